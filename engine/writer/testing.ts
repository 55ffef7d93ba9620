import type { Requirement, RequirementResult, RequirementStatus } from '../types.ts'
import type { CandidateFacts, JobFacts } from './types.ts'

/** A requirement for tests: a demanded skill unless said otherwise. */
export const requirement = (id: string, text: string, more: Partial<Requirement> = {}): Requirement => ({
  id,
  text,
  kind: 'must',
  type: 'skill',
  quote: text,
  ...more,
})

export const backendJob: JobFacts = {
  title: 'Senior Backend Engineer (Payments)',
  titleAliases: ['Backend Developer', 'Server-Side Developer'],
  requirements: [
    requirement('r1', 'PostgreSQL'),
    requirement('r2', 'Python'),
    requirement('r3', 'Docker or Kubernetes', { any_of: ['Docker', 'Kubernetes'] }),
    requirement('r4', '5+ years of backend development', { type: 'experience', years_min: 5 }),
    requirement('r5', 'Design and review APIs', { type: 'experience' }),
    requirement('r6', 'Strong written communication skills', { type: 'other' }),
    requirement('r7', 'AWS', { kind: 'nice' }),
    requirement('r8', 'Terraform', { kind: 'nice' }),
  ],
  aliases: { r1: ['Postgres', 'psql'], r2: ['Python 3'], r7: ['Amazon Web Services'] },
  kinds: { r1: 'technology', r2: 'technology', r7: 'technology', r8: 'technology' },
}

export const nurseJob: JobFacts = {
  title: 'Registered Nurse - Night Shift',
  titleAliases: ['RN', 'Staff Nurse'],
  requirements: [
    requirement('r1', 'RN license', { type: 'credential', is_knockout: true }),
    requirement('r2', 'BLS', { type: 'credential' }),
    requirement('r3', 'Wound care', { type: 'experience' }),
    requirement('r4', 'Epic', {}),
    requirement('r5', 'Spanish', { type: 'language', kind: 'nice' }),
  ],
  aliases: {},
  kinds: { r4: 'technology' },
}

/** A candidate with these statuses; a quote stands as evidence of what is matched or adjacent. */
export const candidate = (
  statuses: Record<string, RequirementStatus>,
  quotes: Record<string, string> = {},
): CandidateFacts => ({
  results: Object.entries(statuses).map(([requirement_id, status]): RequirementResult => {
    const quote = quotes[requirement_id]
    return { requirement_id, status, evidence: quote ? [{ quote, start: 0, end: quote.length, rule: 'mention' }] : [] }
  }),
  roles: [{ title: 'Software Engineer', is_known_title: true, is_current: true }],
  yearsRelevant: 4,
})

/** Reads `("a" OR "b") AND ("c") NOT (d OR e)`; throws where anything else stands. */
export function parseBoolean(text: string): { groups: string[][]; not: string[] } {
  let at = 0
  const take = (pattern: RegExp): string | undefined => {
    const found = new RegExp(pattern.source, 'y')
    found.lastIndex = at
    const match = found.exec(text)
    if (match) at = found.lastIndex
    return match?.[1] ?? match?.[0]
  }
  const group = (term: RegExp): string[] => {
    const names: string[] = []
    if (!take(/\(/)) throw new Error(`no parenthesis at ${at} of ${text}`)
    do names.push(take(term) ?? fail())
    while (take(/ OR /))
    return take(/\)/) ? names : fail()
  }
  const fail = (): never => {
    throw new Error(`unreadable at ${at}: ${text}`)
  }
  const groups = [group(/"([^"]+)"/)]
  while (take(/ AND /)) groups.push(group(/"([^"]+)"/))
  const not = take(/ NOT /) ? group(/[a-z]+/) : []
  if (at !== text.length) fail()
  return { groups, not }
}
