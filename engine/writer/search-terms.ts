import type { Requirement } from '../types.ts'
import { names as mentions } from './deeds.ts'
import { isLawful } from './lint.ts'
import { asWritten, type Topic, topicByRequirement } from './topic.ts'
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
  const titles = job.title ? titlesOf(job.title, job.titleAliases) : []
  const ranked = rankedForSearch(job)
  const musts: string[][] = []
  const nices: string[] = []
  const seen = new Set(titles.map((t) => t.toLowerCase()))
  for (const { requirement, topic, value } of ranked) {
    // Two names that people write in profiles find enough; a loose phrase would only lose people then.
    if (value < 1 && (requirement.kind === 'must' ? musts : nices).length >= 1) continue
    const kind = job.kinds[requirement.id]
    // "RN license" asks for what the title "RN" already finds.
    if (topic.is_document && seen.has(requirement.text.split(' ')[0]!.toLowerCase())) continue
    const names = clean(
      requirement.any_of ?? [
        ...(topic.is_document && requirement.type !== 'credential'
          ? [topic.phrase.replace(/ (?:certification|qualification)$/, '')]
          : kind || requirement.type === 'credential'
            ? [
                asWritten(requirement),
                requirement.text,
                ...(requirement.text.split(' ').length > 4 ? [topic.phrase] : []),
              ]
            : [topic.phrase.replace(/^the /, '')]),
        // Two letters mean many things in profiles; only what the job description itself writes is searched so.
        ...(job.aliases[requirement.id] ?? []).filter((alias) => alias.length > 2),
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

/** The title and those of its other names that are one word or share one with it: looser ones find other people. */
function titlesOf(title: string, aliases: readonly string[]): string[] {
  const core = coreTitle(title)
  const wordsOf = (name: string): string[] => name.toLowerCase().split(/[\s-]+/)
  const words = new Set(wordsOf(core))
  // Names in the plural are names of groups.
  const singular = aliases.filter(
    (alias) => !/(?:[^su]s|ies)$/i.test(alias) || /(?:sales|operations|systems|logistics)$/i.test(alias),
  )
  const near = singular.filter((alias) => {
    const isNear = !core.includes(' ') || !alias.includes(' ') || wordsOf(alias).some((word) => words.has(word))
    if (isNear) for (const word of wordsOf(alias)) words.add(word)
    return isNear
  })
  return clean([core, ...near.filter((alias) => isSameRank(alias, core)).map(usualCapitals)])
}

/** A search for a sous chef does not look for executive chefs. */
const ranks =
  /\b(?:executive(?= \w)|head|chief|director|president|vp|vice|principal|senior|junior|assistant|trainee|apprentice|intern|lead)\b/gi
const isSameRank = (alias: string, title: string): boolean =>
  (alias.match(ranks) ?? []).every((rank) => title.toLowerCase().includes(rank.toLowerCase()))

/** "Manager Of Warehouse" as people write it. */
const usualCapitals = (name: string): string =>
  name.replace(/(?<= )(?:Of|And|The|For|In|To|At)(?= )/g, (word) => word.toLowerCase())

interface Ranked {
  requirement: Requirement
  topic: Topic
  /** 1 and above: a name that people write in profiles. */
  value: number
}

/** What can be searched for, the most telling first; ties in the order of the job description. */
function rankedForSearch(job: JobFacts): Ranked[] {
  return job.requirements
    .flatMap((requirement) => {
      if (requirement.type === 'education' || requirement.type === 'other') return []
      const topic = topicByRequirement(job).get(requirement)
      if (!topic || topic.family.isSoft || topic.form === 'doing' || topic.phrase === '') return []
      return [{ requirement, topic, value: searchValue(job, requirement, topic) }]
    })
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
}

/** Names that everybody claims narrow no search. */
const everybodys =
  /^(?:microsoft (?:office|word|excel|outlook|powerpoint|windows)|ms office|google|email|internet|windows|english|driver'?s? licen[cs]e|high school diploma)$/i

function searchValue(job: JobFacts, requirement: Requirement, topic: Topic): number {
  const { id, text, any_of, is_knockout } = requirement
  const type = topic.is_document ? 'credential' : requirement.type
  if (/^english$/i.test(text)) return 0
  if (everybodys.test(text)) return 0.2
  const rarity = job.specificity?.[id] ?? 0.5
  if (type === 'credential') return (is_knockout ? 2.6 : 2) + (/^[A-Z]{2,6}\b/.test(text) ? 0.3 : 0)
  if (type === 'language') return 1.1
  if (any_of !== undefined) return 2.5
  const kind = job.kinds[id]
  if (kind === 'technology') return 2 + rarity
  if (kind !== undefined) return 1 + rarity
  const words = topic.phrase.replace(/^the /, '').split(' ').length
  return words > 3 ? 0 : type === 'skill' ? 0.6 : 0.4
}

/** A title as people put it in profiles: without rank, place and what stands in brackets or behind a dash. */
export const coreTitle = (title: string): string =>
  title
    .replace(/^(\w+ .*?)\/.*$/, '$1')
    .replace(/ +(?:(?:requirement|requisition|req|job id|ref)\b.*|#.*)$/i, '')
    .replace(
      /[ ,(-]+(?:1st|2nd|3rd|first|second|third|day|night|late|early|evening|weekend|swing|graveyard)s?[ -]shifts?\b.*$/i,
      '',
    )
    .split(/ [-–—|@] |,|\(|:| - | at | for | with /)[0]!
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
    // A search for "WMS" finds "warehouse management system WMS" as well.
    if (!isTerm || seen.has(key) || !isLawful(name) || mentions(name, kept)) continue
    seen.add(key)
    kept.push(name)
    if (kept.length >= namesPerGroup) break
  }
  return kept
}
