import { isLawful } from './lint.ts'
import { topicOf } from './topic.ts'
import type { JobFacts } from './types.ts'

/** What a search looks for: names within a group are alternatives, groups are demanded together. */
export interface SearchTerms {
  titles: string[]
  musts: string[][]
  nices: string[]
}

const namesPerGroup = 3

/** The terms of a search, from the job description's own words and the lexicon's other names of them. */
export function searchTermsOf(job: JobFacts): SearchTerms {
  const titles = job.title ? clean([coreTitle(job.title), ...job.titleAliases]) : []
  const named = [...job.requirements].sort((a, b) => Number(b.is_knockout ?? false) - Number(a.is_knockout ?? false))
  const musts: string[][] = []
  const nices: string[] = []
  const seen = new Set(titles.map((t) => t.toLowerCase()))
  for (const requirement of named) {
    if (requirement.type === 'education' || requirement.type === 'other') continue
    const kind = job.kinds[requirement.id]
    const topic = topicOf(requirement, kind)
    if (!topic || topic.family.isSoft || topic.form === 'doing' || topic.phrase === '') continue
    const names = clean(
      requirement.any_of ?? [
        kind || requirement.type === 'credential' ? requirement.text : topic.phrase,
        ...(job.aliases[requirement.id] ?? []),
      ],
    )
    const fresh = names.filter((name) => !seen.has(name.toLowerCase()))
    if (fresh.length === 0) continue
    for (const name of fresh) seen.add(name.toLowerCase())
    if (requirement.kind === 'must') musts.push(fresh)
    else nices.push(fresh[0]!)
  }
  return { titles, musts, nices }
}

/** A title as people put it in profiles: without rank, place and what stands in brackets or behind a dash. */
export const coreTitle = (title: string): string =>
  title
    .split(/ [-–—|@] |,|\(|\/|:| - | at | for /)[0]!
    .replace(/^(?:(?:senior|junior|sr\.?|jr\.?|lead|principal|experienced|staff(?! (?:accountant|nurse)))\s+)+/i, '')
    .replace(/\s+(?:i{1,3}|iv|v|\d)$/i, '')
    .trim()

/** Terms that may be searched for: short, lawful, no school and no year. */
function clean(names: readonly string[]): string[] {
  const seen = new Set<string>()
  const kept: string[] = []
  for (const raw of names) {
    const name = raw
      .replace(/["“”()]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    const key = name.toLowerCase()
    const isTerm =
      name.length >= 1 &&
      name.length <= 48 &&
      name.split(' ').length <= 4 &&
      !/\b(?:19|20)\d\d\b|\b(?:and|or|not)\b|university|college|institute|\d+\+/i.test(name)
    if (!isTerm || seen.has(key) || !isLawful(name)) continue
    seen.add(key)
    kept.push(name)
    if (kept.length >= namesPerGroup) break
  }
  return kept
}
