import type { ParsedResume, Role } from '../resume/types.ts'
import { type MonthRange, monthNumber, unionMonths, yearsOfMonths } from './months.ts'

/** The months of a role, when the text dates it. */
export const roleMonths = (role: Role): MonthRange | undefined =>
  role.from !== undefined && role.to !== undefined
    ? { first: monthNumber(role.from), last: monthNumber(role.to) }
    : undefined

/**
 * Years of the roles that count, one decimal; null when no role at all has dates. A role counts with its share of 0-1, and a
 * month of overlapping roles once, with the largest share.
 */
export function relevantYears(roles: readonly Role[], shareOf: (role: number) => number): number | null {
  const dated = roles.flatMap((role, index) => {
    const months = roleMonths(role)
    return months ? [{ months, share: shareOf(index) }] : []
  })
  if (dated.length === 0) return null
  // From the largest share down: each step adds what the months reached so far gain by it.
  const shares = [...new Set(dated.map((d) => d.share))].sort((a, b) => b - a)
  const months = shares.reduce((sum, share, i) => {
    const reached = dated.filter((d) => d.share >= share).map((d) => d.months)
    return sum + (share - (shares[i + 1] ?? 0)) * unionMonths(reached)
  }, 0)
  return yearsOfMonths(months)
}

/** Years of all paid roles and internships, overlaps once, one decimal; null when no role has dates. Volunteering is not counted. */
export const totalYears = (roles: readonly Role[]): number | null =>
  roles.some((role) => role.employment !== 'volunteer' && roleMonths(role) !== undefined)
    ? relevantYears(roles, (index) => (roles[index]!.employment === 'volunteer' ? 0 : 1))
    : null

/**
 * Total years as a reader would put them: those of the dates, or the resume's own claim where there are no dates or
 * where a job is still open and the claim is larger (an old resume's "Present" is known less well than its author knew
 * it). Null when the text gives neither.
 */
export function estimatedTotalYears({
  total_years,
  stated_years,
  roles,
}: Pick<ParsedResume, 'total_years' | 'stated_years' | 'roles'>): number | null {
  if (stated_years === null) return total_years
  if (total_years === null) return stated_years.years
  return roles.some((role) => role.is_current) ? Math.max(total_years, stated_years.years) : total_years
}
