import type { Role, Span } from '../resume/types.ts'

/** Characters between which title and dates are of one heading. */
const MAX_HEAD = 160

/** Title and dates of a job as they stand in the text: what a reader points to for experience. */
export function headOf(role: Role, text: string): Span {
  const { date_span: dates = role } = role
  const title = role.title === undefined ? -1 : text.indexOf(role.title, role.start)
  if (title < 0 || title >= role.end) return dates
  const both = { start: Math.min(title, dates.start), end: Math.max(title + role.title!.length, dates.end) }
  return both.end - both.start <= MAX_HEAD ? both : dates
}
