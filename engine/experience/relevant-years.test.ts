import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Role } from '../resume/types.ts'
import { unionMonths, yearMonth } from './months.ts'
import { estimatedTotalYears, relevantYears, totalYears } from './relevant-years.ts'
import { yearsPerSkill } from './years-per-skill.ts'

const role = (first: number, last: number, employment: Role['employment'] = 'job'): Role => ({
  start: 0,
  end: 0,
  from: yearMonth(first),
  to: yearMonth(last),
  is_current: false,
  employment,
})
const undated: Role = { start: 0, end: 0, is_current: false, employment: 'job' }
const range = fc
  .tuple(fc.integer({ min: 23400, max: 24300 }), fc.integer({ min: 0, max: 200 }))
  .map(([first, length]) => ({ first, last: first + length }))

describe('years of work', () => {
  it('counts months of overlapping roles once, both ends included', () => {
    expect(
      unionMonths([
        { first: 0, last: 11 },
        { first: 6, last: 17 },
      ]),
    ).toBe(18)
    expect(relevantYears([role(24000, 24011), role(24006, 24017)], () => 1)).toBe(1.5)
  })

  it('is the number of months that at least one range covers', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
        const months = new Set(
          ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, k) => first + k)),
        )
        expect(unionMonths(ranges)).toBe(months.size)
      }),
    )
  })

  it('does not depend on the order of the roles', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
        expect(unionMonths([...ranges].reverse())).toBe(unionMonths(ranges))
      }),
    )
  })

  it('is null, not 0, when no role has dates, and 0 when dated roles are not relevant', () => {
    expect(relevantYears([undated], () => 1)).toBeNull()
    expect(relevantYears([role(24000, 24011)], () => 0)).toBe(0)
  })

  it('counts a part of a role that is relevant in part, and overlapping months with the larger share', () => {
    const [one, other] = [role(24000, 24023), role(24012, 24035)]
    expect(relevantYears([one], () => 0.5)).toBe(1)
    expect(relevantYears([one, other], (i) => (i === 0 ? 1 : 0.5))).toBe(2.5)
    expect(relevantYears([other, one], (i) => (i === 1 ? 1 : 0.5))).toBe(2.5)
    expect(relevantYears([one, other], () => 0.5)).toBe(1.5)
  })

  it('leaves volunteering out of the total', () => {
    expect(totalYears([role(24000, 24011), role(24012, 24023, 'volunteer')])).toBe(1)
    expect(totalYears([role(24012, 24023, 'volunteer')])).toBeNull()
  })

  it("takes the resume's own claim only without dates, or where a job is open and the claim is larger", () => {
    const claim = (years: number) => ({ years, span: { start: 0, end: 1 } })
    const open = { ...role(24000, 24011), is_current: true }
    expect(estimatedTotalYears({ total_years: null, stated_years: claim(8), roles: [] })).toBe(8)
    expect(estimatedTotalYears({ total_years: 1, stated_years: claim(8), roles: [role(24000, 24011)] })).toBe(1)
    expect(estimatedTotalYears({ total_years: 1, stated_years: claim(8), roles: [open] })).toBe(8)
    expect(estimatedTotalYears({ total_years: 9, stated_years: claim(8), roles: [open] })).toBe(9)
    expect(estimatedTotalYears({ total_years: null, stated_years: null, roles: [] })).toBeNull()
  })

  it('gives each skill the years of the roles that name it, and when it was last used', () => {
    const roles = [role(24000, 24011), role(24012, 24023), undated]
    const years = yearsPerSkill(roles, [
      ['sql', 1],
      ['sql', 0],
      ['sql', 0],
      ['go', 2],
    ])
    expect(years.get('sql')).toEqual({ years: 2, last_used: yearMonth(24023), roles: [0, 1] })
    expect(years.get('go')).toEqual({ years: null, roles: [2] })
  })
})
