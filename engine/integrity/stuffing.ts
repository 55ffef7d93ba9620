import type { Span } from '../resume/types.ts'
import type { RawFinding } from './find-integrity-flags.ts'
import { merge } from './spans.ts'
import type { Word } from './words.ts'

/** Longest block of words whose immediate repetition is looked for, and the fewest repeated words that count. */
const maxPeriod = 120
const minRepeated = 16
/** Stretches of words looked at for repetition without order, and the most different words each may hold. */
const scales = [
  { length: 48, maxDistinct: 16, minShare: 0.6 },
  { length: 160, maxDistinct: 56, minShare: 0.5 },
]
/** A stretch of this many words without grammar that is made of the job description's words is copied from there. */
const listLength = 36
const listShare = 0.85
const maxGrammar = 2
const minTelling = 20

const grammar = new Set(
  `the and of to in for with a on at as is an by from or that this all was were i my our their be are it not have has you we your
  will who which into than through while`.split(/\s+/),
)
// Words that every posting and every list of skills holds: they prove nothing by themselves.
const ordinary = new Set(
  `experience experiences years year months month skills skill work working job team ability strong knowledge including responsible
  management manager business new other using use used company name city state certified certificate certification expert
  excellent good proficient level degree project projects system systems support service services development`.split(
    /\s+/,
  ),
)

/** The words of a job description that say what it asks, grammar and everyday words left out. */
export const askedWords = (jobWords: readonly Word[]): ReadonlySet<string> =>
  new Set(
    jobWords.flatMap(({ value }) => (ordinary.has(value) || grammar.has(value) || value.length < 2 ? [] : [value])),
  )

/**
 * Keywords piled up for a machine: a block of words repeated three times in a row, a stretch that goes round a few of
 * the job description's words, or a long bare list made of the job description's words. A skills section, however
 * long, is none of these, nor is a phrase that every entry of a list repeats.
 */
export function findStuffing(words: readonly Word[], asked: ReadonlySet<string>): RawFinding | undefined {
  const spans = merge([
    ...repeatedBlocks(words),
    ...scales.flatMap((scale) => circling(words, asked, scale)),
    ...bareLists(words, asked),
  ])
  const [first] = spans
  if (first === undefined) return undefined
  return {
    code: 'keyword_stuffing',
    message: 'Keywords are piled up far beyond ordinary use; they bring no credit.',
    shown: first,
    excluded: spans,
  }
}

const spanOf = (words: readonly Word[], first: number, last: number): Span => ({
  start: words[first]!.start,
  end: words[last]!.end,
})

/** Blocks that stand three times or more in a row, word for word. */
function repeatedBlocks(words: readonly Word[]): Span[] {
  const spans: Span[] = []
  // Where each run of three words stood last; a repetition shows as one distance kept over many words.
  const last = new Map<string, number>()
  let period = 0
  let run = 0
  const close = (end: number) => {
    if (period > 0 && run >= Math.max(2 * period, minRepeated)) spans.push(spanOf(words, end - run - period, end - 1))
  }
  words.forEach(({ value }, index) => {
    const key = `${words[index - 2]?.value} ${words[index - 1]?.value} ${value}`
    if (period > 0 && words[index - period]?.value === value) run++
    else {
      close(index)
      const before = last.get(key)
      period = before !== undefined && index - before <= maxPeriod ? index - before : 0
      run = period > 0 ? 3 : 0
    }
    last.set(key, index)
  })
  close(words.length)
  return spans
}

/** Stretches that hold few different words, most of them asked for by the job description. */
function circling(
  words: readonly Word[],
  asked: ReadonlySet<string>,
  { length, maxDistinct, minShare }: (typeof scales)[number],
): Span[] {
  const spans: Span[] = []
  const counts = new Map<string, number>()
  let fromJob = 0
  words.forEach(({ value }, index) => {
    counts.set(value, (counts.get(value) ?? 0) + 1)
    if (asked.has(value)) fromJob++
    const leaving = words[index - length]?.value
    if (leaving !== undefined) {
      const left = counts.get(leaving)! - 1
      if (left === 0) counts.delete(leaving)
      else counts.set(leaving, left)
      if (asked.has(leaving)) fromJob--
    }
    if (index >= length - 1 && counts.size <= maxDistinct && fromJob >= length * minShare)
      spans.push(spanOf(words, index - length + 1, index))
  })
  return spans
}

/** Stretches without a sentence in them that consist of the job description's words. */
function bareLists(words: readonly Word[], asked: ReadonlySet<string>): Span[] {
  const spans: Span[] = []
  const count = { asked: 0, ordinary: 0, grammar: 0 }
  const add = (value: string, by: 1 | -1) => {
    if (asked.has(value)) count.asked += by
    else if (grammar.has(value)) count.grammar += by
    else if (ordinary.has(value)) count.ordinary += by
  }
  words.forEach(({ value }, index) => {
    add(value, 1)
    const leaving = words[index - listLength]
    if (leaving !== undefined) add(leaving.value, -1)
    if (index < listLength - 1 || count.grammar > maxGrammar) return
    const telling = listLength - count.ordinary - count.grammar
    if (telling >= minTelling && count.asked >= listShare * telling)
      spans.push(spanOf(words, index - listLength + 1, index))
  })
  return spans
}
