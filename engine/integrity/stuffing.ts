import type { Span } from '../resume/types.ts'
import type { RawFinding } from './find-integrity-flags.ts'
import { merge } from './instructions.ts'
import { wordsOf } from './words.ts'

/** Words looked at together, and how often one word or phrase may fill them before it is repetition for its own sake. */
const window = 60
const maxShare = 0.2
const minRepeats = 12
/** One and the same list of this many words, this many times over. */
const listLength = 6
const maxListCopies = 3

const grammar = new Set(
  'the and of to in for with a on at as is an by from or that this all was were i my our their be are it not city state company name'.split(
    ' ',
  ),
)

/**
 * Words or lists repeated far beyond what a person writes: one word filling a fifth of a stretch of 60 words, or one
 * list given four times. A long skills section in which each item stands once is honest.
 */
export function findStuffing(text: string): RawFinding | undefined {
  const words = wordsOf(text)
  const spans: Span[] = []
  const counts = new Map<string, number>()
  words.forEach((word, index) => {
    if (!grammar.has(word.value)) counts.set(word.value, (counts.get(word.value) ?? 0) + 1)
    const leaving = words[index - window]
    if (leaving !== undefined && !grammar.has(leaving.value)) counts.set(leaving.value, counts.get(leaving.value)! - 1)
    const count = counts.get(word.value) ?? 0
    if (count >= minRepeats && count >= window * maxShare && !/^\d+$/.test(word.value)) {
      const first = words[Math.max(0, index - window + 1)]!
      spans.push({ start: first.start, end: word.end })
    }
  })
  const seen = new Map<string, number[]>()
  for (let i = 0; i + listLength <= words.length; i++) {
    const key = words
      .slice(i, i + listLength)
      .map((word) => word.value)
      .join(' ')
    const places = seen.get(key)
    if (places === undefined) seen.set(key, [i])
    else if (i - places.at(-1)! >= listLength) places.push(i)
  }
  for (const places of seen.values())
    if (places.length > maxListCopies && isClose(places))
      for (const at of places) spans.push({ start: words[at]!.start, end: words[at + listLength - 1]!.end })
  const merged = merge(spans)
  const [first] = merged
  if (first === undefined) return undefined
  return {
    code: 'keyword_stuffing',
    message: 'The same words are repeated far beyond ordinary use; the repetition brings no credit.',
    shown: first,
    excluded: merged,
  }
}

/** Repeats within a few lines of each other: one template sentence in every job is dull, not dishonest. */
const isClose = (places: readonly number[]) => {
  for (let i = maxListCopies; i < places.length; i++) if (places[i]! - places[i - maxListCopies]! <= 150) return true
  return false
}
