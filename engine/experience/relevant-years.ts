import type { ParsedResume, Role } from '../resume/types.ts'
import { type MonthRange, monthNumber, unionMonths, yearsOfMonths } from './months.ts'

/** The months of a role, when the text dates it. */
export const roleMonths = (role: Role): MonthRange | undefined =>
  role.from !== undefined && role.to !== undefined
    ? { first: monthNumber(role.from), last: monthNumber(role.to) }
    : undefined

/** Years of the roles that count, months of overlapping roles once, one decimal; null when no role at all has dates. */
export function relevantYears(roles: readonly Role[], isRelevant: (role: number) => number | boolean): number | null {
  let hasDates = false
  const ranges: MonthRange[] = []
  roles.forEach((role, index) => {
    const months = roleMonths(role)
    if (months === undefined) return
    hasDates = true
    // A weight of a half or more is a yes: a month is either relevant or not, so that overlaps can count once.
    if (Number(isRelevant(index)) >= 0.5) ranges.push(months)
  })
  return hasDates ? yearsOfMonths(unionMonths(ranges)) : null
}

/** Years of all paid roles and internships, overlaps once, one decimal; null when no role has dates. Volunteering is not counted. */
export const totalYears = (roles: readonly Role[]): number | null =>
  roles.some((role) => role.employment !== 'volunteer' && roleMonths(role) !== undefined)
    ? relevantYears(roles, (index) => roles[index]!.employment !== 'volunteer')
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
