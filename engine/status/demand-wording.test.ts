import { describe, expect, test } from 'vitest'
import { demandWordingOf } from './demand-wording.ts'

describe('the wording of a demand', () => {
  test('tells much from little', () => {
    expect(demandWordingOf('Expert in Kubernetes')).toMatchObject({ asksMuch: 1, asksKnowledge: 0 })
    expect(demandWordingOf('Familiarity with Kubernetes')).toMatchObject({ asksMuch: 0, asksKnowledge: 1 })
  })

  test('counts joined parts up to four and words up to fifteen', () => {
    expect(demandWordingOf('Terraform, Ansible and Puppet')).toMatchObject({ parts: 0.5, hasChoice: 0 })
    expect(demandWordingOf('a, b, c, d, e and f or g')).toMatchObject({ parts: 1, hasChoice: 1 })
    expect(demandWordingOf('SQL').length).toBeCloseTo(1 / 15)
    expect(demandWordingOf('word '.repeat(40)).length).toBe(1)
  })
})
