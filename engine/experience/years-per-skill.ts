import type { Role, YearMonth } from '../resume/types.ts'
import { type MonthRange, unionMonths, yearMonth, yearsOfMonths } from './months.ts'
import { roleMonths } from './relevant-years.ts'

export interface SkillYears {
  /** Years of the dated roles that mention the skill, overlaps once, one decimal; null when none of them has dates. */
  years: number | null
  /** Last month of the latest such role. */
  last_used?: YearMonth
  /** Indices of the roles that mention it, ascending. */
  roles: number[]
}

/** Years and last use of each skill. `mentions` are (skill id, index of the role whose text names it), in any order. */
export function yearsPerSkill(
  roles: readonly Role[],
  mentions: Iterable<readonly [skillId: string, role: number]>,
): Map<string, SkillYears> {
  const rolesBySkill = new Map<string, Set<number>>()
  for (const [skill, role] of mentions) {
    const seen = rolesBySkill.get(skill) ?? new Set()
    rolesBySkill.set(skill, seen.add(role))
  }
  const ids = [...rolesBySkill.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return new Map(
    ids.map((id) => {
      const indices = [...rolesBySkill.get(id)!].sort((a, b) => a - b)
      const ranges = indices.map((index) => roleMonths(roles[index]!)).filter((r): r is MonthRange => r !== undefined)
      const last = ranges.reduce((latest, range) => Math.max(latest, range.last), Number.NEGATIVE_INFINITY)
      return [
        id,
        {
          years: ranges.length > 0 ? yearsOfMonths(unionMonths(ranges)) : null,
          ...(ranges.length > 0 ? { last_used: yearMonth(last) } : {}),
          roles: indices,
        },
      ]
    }),
  )
}
