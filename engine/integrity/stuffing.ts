import { grammarWords as grammar, ordinaryWords as ordinary } from './common-words.ts'
import { stuffedParts } from './stuffed-part.ts'
import type { RawFinding } from './types.ts'
import { mergeRanges, type WordRange } from './word-ranges.ts'
import type { Word } from './words.ts'

/** Longest block of words whose immediate repetition is looked for, and the fewest repeated words that count. */
const maxPeriod = 120
const minRepeated = 16
/** A list of the job description's words is stuffed when it stands twice in a row, from this many words on, ... */
const minDoubled = 8
/** ... or when the same line of it comes back this often, as on the foot of each page, with this many words at least. */
const minReturns = 4
const minReturning = 4
/** A longer line without grammar that returns so often needs to be made of it only by half: no honest list stands on every page. */
const longReturning = 12
const longShare = 0.5
/** Stretches of words looked at for repetition without order, and the most different words each may hold. */
const scales = [
  { length: 48, maxDistinct: 16, minShare: 0.6 },
  { length: 160, maxDistinct: 56, minShare: 0.5 },
]
/** A stretch of this many words without grammar that is made of the job description's words is copied from there. */
const listLength = 36
const listShare = 0.85
const maxGrammar = 2
/** The same for a list that is told by its repetition: names hold such words too ("Ruby on Rails"). */
const maxGrammarShare = 0.25
const minTelling = 20

/** The words of a job description that say what it asks, grammar and everyday words left out. */
export const askedWords = (jobWords: readonly Word[]): ReadonlySet<string> =>
  new Set(
    jobWords.flatMap(({ value }) => (ordinary.has(value) || grammar.has(value) || value.length < 2 ? [] : [value])),
  )

/**
 * Keywords piled up for a machine: a block of words repeated three times in a row (twice for a list of what the job
 * description asks), such a list that comes back like a footer, a stretch that goes round a few of its words, or a long
 * bare list made of them. A skills section, however long, is none of these, nor is a phrase that every entry of a list
 * repeats. The spans cover the piled-up words alone.
 */
export function findStuffing(
  words: readonly Word[],
  units: readonly WordRange[],
  asked: ReadonlySet<string>,
): RawFinding | undefined {
  const repeated = repeatedBlocks(words, asked)
  const returning = returningLines(words, units, asked)
  const hits = [...repeated, ...scales.flatMap((scale) => circling(words, asked, scale)), ...bareLists(words, asked)]
  if (hits.length + returning.length === 0) return undefined
  const weights = Float64Array.from(words, ({ value }) =>
    asked.has(value) ? 1 : ordinary.has(value) ? 0 : grammar.has(value) ? -1.5 : -1,
  )
  for (const { first, last } of repeated) weights.fill(1, first, last + 1)
  const parts = mergeRanges([...stuffedParts(words, units, hits, weights), ...returning])
  const spans = parts.map(({ first, last }) => ({ start: words[first]!.start, end: words[last]!.end }))
  return {
    code: 'keyword_stuffing',
    message: 'Keywords are piled up far beyond ordinary use; they bring no credit.',
    shown: spans[0]!,
    excluded: spans,
  }
}

/** True for words with hardly a sentence in them, of which nearly all that tell something are the job description's. */
function isAskedList(words: readonly Word[], asked: ReadonlySet<string>, share: number = listShare): boolean {
  const count = { asked: 0, other: 0, grammar: 0 }
  for (const { value } of words)
    if (asked.has(value)) count.asked++
    else if (grammar.has(value)) count.grammar++
    else if (!ordinary.has(value)) count.other++
  const isTelling = count.asked >= minReturning && count.asked >= share * (count.asked + count.other)
  return isTelling && count.grammar <= maxGrammarShare * words.length
}

/** Blocks that stand three times or more in a row, word for word; lists of what is asked twice or more. */
function repeatedBlocks(words: readonly Word[], asked: ReadonlySet<string>): WordRange[] {
  const spans: WordRange[] = []
  // Where each run of three words stood last; a repetition shows as one distance kept over many words.
  const last = new Map<string, number>()
  let period = 0
  let run = 0
  const close = (end: number) => {
    if (period === 0) return
    const block = { first: end - run - period, last: end - 1 }
    const isTripled = run >= Math.max(2 * period, minRepeated)
    const isDoubled = period >= minDoubled && run >= period
    if (isTripled || (isDoubled && isAskedList(words.slice(block.first, block.last + 1), asked))) spans.push(block)
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

/** Lines made of what is asked that come back again and again. */
function returningLines(words: readonly Word[], units: readonly WordRange[], asked: ReadonlySet<string>): WordRange[] {
  const byLine = new Map<string, WordRange[]>()
  for (const unit of units) {
    const line = words.slice(unit.first, unit.last + 1)
    const share = line.length >= longReturning ? longShare : listShare
    if (line.length < minReturning || !isAskedList(line, asked, share)) continue
    const key = line.map((word) => word.value).join(' ')
    const same = byLine.get(key)
    if (same) same.push(unit)
    else byLine.set(key, [unit])
  }
  return [...byLine.values()].filter((same) => same.length >= minReturns).flat()
}

/** Whether any stretch of this many words has such a share of the job description's: hardly any honest one has. */
function isMostlyAsked(words: readonly Word[], asked: ReadonlySet<string>, length: number, minShare: number): boolean {
  const isAsked = Uint8Array.from(words, ({ value }) => (asked.has(value) ? 1 : 0))
  let fromJob = 0
  for (let i = 0; i < words.length; i++) {
    fromJob += isAsked[i]! - (i >= length ? isAsked[i - length]! : 0)
    if (i >= length - 1 && fromJob >= length * minShare) return true
  }
  return false
}

/** Stretches that hold few different words, most of them asked for by the job description. */
function circling(
  words: readonly Word[],
  asked: ReadonlySet<string>,
  { length, maxDistinct, minShare }: (typeof scales)[number],
): WordRange[] {
  const spans: WordRange[] = []
  if (!isMostlyAsked(words, asked, length, minShare)) return spans
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
      spans.push({ first: index - length + 1, last: index })
  })
  return spans
}

/** Stretches without a sentence in them that consist of the job description's words. */
function bareLists(words: readonly Word[], asked: ReadonlySet<string>): WordRange[] {
  const spans: WordRange[] = []
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
      spans.push({ first: index - listLength + 1, last: index })
  })
  return spans
}
