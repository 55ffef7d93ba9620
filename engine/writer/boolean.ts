import { perJob } from './per-job.ts'
import { searchTermsOf } from './search-terms.ts'
import type { JobFacts } from './types.ts'

/** LinkedIn publishes no limit; longer strings are cut by some search fields. Our choice. */
const maxLength = 250
const maxGroups = 4
/** The only words ever excluded: people who offer such jobs or are still in training. */
const noise = ['recruiter', 'intern'] as const
/** Google reads 32 words at most. */
const maxXrayWords = 32

/**
 * A search for LinkedIn Recruiter: titles AND must-haves AND nice-to-haves, each group in parentheses, since AND binds
 * before OR there. Straight quotes, capitals for operators.
 */
export function writeBoolean(job: JobFacts): string {
  const groups = groupsOf(job).map((names) => `(${names.map((name) => `"${name}"`).join(' OR ')})`)
  const excluded = noiseFor(job)
  const not = excluded.length > 0 ? ` NOT (${excluded.join(' OR ')})` : ''
  const fitting = growWhile(groups, ' AND ', (text) => text.length + not.length <= maxLength)
  return fitting === '' ? '' : fitting + not
}

/** The same search over public profiles for a web search engine: no AND, and a minus in place of NOT. */
export function writeXraySearch(job: JobFacts): string {
  const groups = groupsOf(job).map((names) => {
    const quoted = names.map((name) => `"${name.toLowerCase()}"`)
    return quoted.length === 1 ? quoted[0]! : `(${quoted.join(' OR ')})`
  })
  const end = [...noiseFor(job), 'jobs'].map((word) => `-${word}`).join(' ')
  const wordsOf = (text: string): number => text.replace(/[()"]/g, '').split(/\s+/).filter(Boolean).length
  const fitting = growWhile(groups, ' ', (text) => wordsOf(`site:linkedin.com/in ${text} ${end}`) <= maxXrayWords)
  return fitting === '' ? '' : `site:linkedin.com/in ${fitting} ${end}`
}

const groupsOf = perJob((job): string[][] => {
  const { titles, musts, nices } = searchTermsOf(job)
  // One nice-to-have alone would be a demand; two are a choice.
  const isChoice = nices.length > 1 || (musts.length === 0 && titles.length === 0)
  const choice = isChoice && nices.length > 0 ? [nices.slice(0, 2)] : []
  const groups = [...(titles.length > 0 ? [titles] : []), ...musts.slice(0, 3 - choice.length), ...choice]
  for (const more of musts.slice(2)) if (!groups.includes(more)) groups.push(more)
  return groups.slice(0, maxGroups)
})

function growWhile(groups: readonly string[], joint: string, fits: (text: string) => boolean): string {
  let text = ''
  for (const group of groups) {
    const longer = text === '' ? group : `${text}${joint}${group}`
    if (fits(longer)) text = longer
  }
  return text
}

/** A search for recruiters or interns must not exclude them. */
const noiseFor = (job: JobFacts): string[] =>
  noise.filter((word) => !new RegExp(word.slice(0, 7), 'i').test([job.title, ...job.titleAliases].join(' ')))
