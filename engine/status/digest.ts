import type { Mention } from '../skills/types.ts'
import type { ViewLine } from './resume-view.ts'

const HEAD_WORDS = 30
const ALL_WORDS = 60
const MAX_SKILLS = 25
const MAX_TITLES = 6
/** Concepts that most resumes hold tell nothing. */
const MIN_SPECIFICITY = 0.3

/**
 * A resume in about 60 words, for one vector of the whole: how it opens, the titles held, and its most telling skills.
 * On judged pairs its cosine with the job description ranks as well as that of the whole text, at an eighth of the cost.
 */
export function digestResume(
  lines: readonly ViewLine[],
  titles: readonly string[],
  mentions: ReadonlyMap<string, readonly Mention[]>,
): string {
  const head = firstWords(
    lines
      .slice(0, HEAD_WORDS)
      .map((l) => l.plain)
      .join(' '),
    HEAD_WORDS,
  )
  const skills = [...mentions.values()]
    .filter(
      ([first]) =>
        first !== undefined &&
        first.concept.specificity > MIN_SPECIFICITY &&
        first.stance !== 'lacks' &&
        first.stance !== 'wants',
    )
    .map((all) => ({
      name: all[0]!.surface,
      at: all[0]!.start,
      weight: all[0]!.concept.specificity * Math.log(1 + all.length),
    }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, MAX_SKILLS)
  return firstWords(
    `${head}. ${titles.slice(0, MAX_TITLES).join(', ')}. ${skills.map((s) => s.name).join(', ')}`,
    ALL_WORDS,
  )
}

export const firstWords = (text: string, count: number): string => text.split(/\s+/).slice(0, count).join(' ')
