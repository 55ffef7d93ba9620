import { grammarWords, ordinaryWords } from './common-words.ts'
import type { WordRange } from './word-ranges.ts'
import type { Word } from './words.ts'

/** Two telling words make a pair of neighbours when at most this many stand from one to the other: a swapped word does not part them. */
const reach = 3
/** Telling words that a sentence must have, grammar words beside them, and the share that stand as in the source. */
const minTelling = 4
const minGrammar = 2
const minShare = 0.6
/** Next to a proven copy a line counts from here. */
const minTellingBeside = 3
const minShareBeside = 0.5

/** Pairs of neighbouring telling words of a text: they outlive a light paraphrase. */
export function neighbours(words: readonly Word[]): ReadonlySet<string> {
  const telling = tellingOf(words)
  const pairs = new Set<string>()
  for (const [i, { value }] of telling.entries())
    for (const other of telling.slice(i + 1, i + 1 + reach)) pairs.add(`${value} ${other.value}`)
  return pairs
}

/** Sentences that can hardly have been written apart from the source, and how many words of them are its own. */
export interface Reworded {
  sentences: WordRange[]
  words: number
}

/** Finds sentences that say what the source says, in its order, with some words changed; lists of names are none. Linear. */
export function findReworded(
  words: readonly Word[],
  units: readonly WordRange[],
  source: ReadonlySet<string>,
): Reworded {
  const found: Reworded = { sentences: [], words: 0 }
  for (const unit of units) {
    const { telling, shared } = compare(words, unit, source)
    if (telling < minTelling || shared < minShare * telling || grammarIn(words, unit) < minGrammar) continue
    found.sentences.push(unit)
    found.words += shared
  }
  return found
}

/** The lines next to proven copies that are reworded as well; a copy lies together, one line of it may be all new. */
export function rewordedBeside(
  words: readonly Word[],
  units: readonly WordRange[],
  source: ReadonlySet<string>,
  proven: readonly WordRange[],
): WordRange[] {
  const isReworded = (unit: WordRange): boolean => {
    const { telling, shared } = compare(words, unit, source)
    return telling >= minTellingBeside && shared >= minShareBeside * telling
  }
  const taken = new Set<number>()
  let at = 0
  for (const range of proven) {
    while (at < units.length && units[at]!.last < range.first) at++
    const before = at - 1
    while (at < units.length && units[at]!.first <= range.last) at++
    for (const [from, step] of [
      [before, -1],
      [at, 1],
    ] as const)
      for (let i = from, gap = 0; gap < 2 && units[i] && !taken.has(i); i += step)
        if (isReworded(units[i]!)) {
          gap = 0
          taken.add(i)
        } else gap++
  }
  return [...taken].sort((a, b) => a - b).map((i) => units[i]!)
}

/** How many telling words a line has, and how many of them stand in a pair of the source. */
function compare(
  words: readonly Word[],
  unit: WordRange,
  source: ReadonlySet<string>,
): { telling: number; shared: number } {
  const telling = tellingOf(words.slice(unit.first, unit.last + 1))
  const isShared = new Uint8Array(telling.length)
  for (let i = 0; i < telling.length; i++)
    for (let k = i + 1; k <= i + reach && k < telling.length; k++) {
      const [one, other] = [telling[i]!.value, telling[k]!.value]
      if (one !== other && source.has(`${one} ${other}`)) isShared[i] = isShared[k] = 1
    }
  return { telling: telling.length, shared: isShared.reduce((sum, one) => sum + one, 0) }
}

const grammarIn = (words: readonly Word[], { first, last }: WordRange): number =>
  words.slice(first, last + 1).filter(({ value }) => grammarWords.has(value)).length

const tellingOf = (words: readonly Word[]): Word[] =>
  words.filter(({ value }) => !grammarWords.has(value) && !ordinaryWords.has(value))
