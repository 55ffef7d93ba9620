import { describe, expect, it } from 'vitest'
import { findPersonalLines } from './personal-lines.ts'

const personal = (text: string): string[] => findPersonalLines(text).map(({ start, end }) => text.slice(start, end))

describe('findPersonalLines', () => {
  it.each([
    'Emily Walsh',
    'Mr. Brendan Kelly',
    'LAKISHA WASHINGTON',
    '14 Oak Street, Beverly Hills, CA 90210',
    'jo@example.com | (313) 555-0199',
    'Date of birth: 4 May 1964',
    'Career break for family care',
  ])('takes out %s', (line) => {
    expect(personal(`${line}\nNurse\nCared for patients`)).toEqual([line])
  })

  it.each([
    'Graphic Designer',
    'Registered Nurse',
    'Managed 14 vendors across 3 states',
    'Skills: e-mail marketing, CRM',
  ])('keeps %s', (line) => {
    expect(personal(line)).toEqual([])
  })

  it('keeps a heading that names a skill', () => {
    expect(findPersonalLines('Machine Learning', () => true)).toEqual([])
  })
})
