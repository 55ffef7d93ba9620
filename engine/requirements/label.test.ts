import { describe, expect, it } from 'vitest'
import type { Requirement } from '../types.ts'
import { labelsOf } from './label.ts'

const asked = (text: string, more: Partial<Requirement> = {}): Requirement => ({
  id: 'r1',
  text,
  kind: 'must',
  type: 'experience',
  quote: text,
  ...more,
})
const label = (text: string, more?: Partial<Requirement>) => labelsOf([asked(text, more)])[0]

describe('labelsOf', () => {
  it.each([
    ['PostgreSQL', 'PostgreSQL'],
    ['Greet customers promptly, write up repair orders and record concerns accurately', 'Greet customers promptly'],
    ['Manage incoming legal matters and respond to them directly or in writing', 'Incoming legal matters'],
    [
      'Awareness and understanding of relevant industry trends and issues in retail stores',
      'Industry trends and issues',
    ],
    [
      '5+ years of software development experience, preferable at an enterprise level',
      '5+ years of software development experience',
    ],
    ['Organization skills with the ability to manage multiple tasks simultaneously', 'Organization skills'],
    ['Explain a fault to a head teacher without jargon', 'Explain a fault'],
    ['Think, plan and execute on multiple projects in an organized fashion', 'Think, plan and execute'],
    [
      'Capable of translating analysis results into plain recommendations for shops',
      'Capable of translating analysis results',
    ],
  ])('shows of %s a whole phrase of its words', (text, short) => {
    expect(label(text)).toBe(short)
  })

  it('has at most six words besides the years, whatever the wording', () => {
    const words = 'alpha beta and gamma, delta to epsilon zeta of eta theta; iota kappa with the lambda mu'.split(' ')
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= words.length; to++)
        expect(label(words.slice(from, to).join(' '))!.match(/\p{L}+/gu)!.length).toBeLessThanOrEqual(6)
  })

  it('leaves names, degrees and licences whole', () => {
    const text = "Bachelor's degree in computer science, mathematics, physics or a related field"
    expect(label(text, { type: 'education' })).toBe(text)
    const choice = 'Java or Kotlin or Scala or Groovy and more'
    expect(label(choice, { any_of: ['Java', 'Kotlin', 'Scala', 'Groovy'] })).toBe(choice)
  })

  it('never gives two requirements one label', () => {
    const one = 'Explain a fault to a head teacher without any jargon'
    const other = 'Explain a fault to a caretaker without any jargon'
    expect(labelsOf([asked(one), asked(other)])).toEqual([one, other])
    expect(labelsOf([asked(one), asked('Explain a fault')])).toEqual([one, 'Explain a fault'])
  })
})
