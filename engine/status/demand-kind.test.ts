import { describe, expect, it } from 'vitest'
import { demandKindOf, leadershipShown, softSkillsShown } from './demand-kind.ts'

describe('demandKindOf', () => {
  it('tells leading people, ways of working and circumstances from named skills', () => {
    expect(demandKindOf('Mentor new team members')).toEqual({ leadership: 1, softSkill: 0, circumstance: 0 })
    expect(demandKindOf('Excellent interpersonal skills')).toEqual({ leadership: 0, softSkill: 1, circumstance: 0 })
    expect(demandKindOf('Willing to travel')).toEqual({ leadership: 0, softSkill: 0, circumstance: 1 })
    expect(demandKindOf('PostgreSQL')).toEqual({ leadership: 0, softSkill: 0, circumstance: 0 })
  })

  it('gives the same answer when it is asked twice', () => {
    expect(demandKindOf('Teamwork')).toEqual(demandKindOf('Teamwork'))
    expect(softSkillsShown('Teamwork and teamwork')).toBe(softSkillsShown('Teamwork and teamwork'))
  })
})

describe('what a resume shows', () => {
  it('counts leading up to eight mentions and each personal skill once', () => {
    expect(leadershipShown('Wrote reports')).toBe(0)
    expect(leadershipShown('Supervised a shift and trained staff')).toBe(0.25)
    expect(leadershipShown('Managed. '.repeat(50))).toBe(1)
    expect(softSkillsShown('Teamwork, teamwork, teamwork')).toBe(0.2)
  })
})
