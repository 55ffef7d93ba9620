import { unitOfEach } from './units.ts'
import { mergeRanges, type WordRange } from './word-ranges.ts'
import type { Word } from './words.ts'

/** Share of a line's words that must stand in the stuffed lines beside it for it to belong to them, and its fewest words. */
const minShared = 0.8
const minWords = 6

/**
 * The stuffed part of what some windows of fixed length point to, exactly: their ends reach into the honest lines
 * before and after. `weights` says how much each word looks stuffed (above 0) or honest (below 0).
 */
export function stuffedParts(
  words: readonly Word[],
  units: readonly WordRange[],
  hits: readonly WordRange[],
  weights: Float64Array,
): WordRange[] {
  const unitOf = unitOfEach(words, units)
  const isCore = new Uint8Array(units.length)
  for (const { first, last } of hits) if (unitOf[first] === unitOf[last]) isCore[unitOf[first]!] = 1
  return mergeRanges(hits).flatMap((hit) => {
    const dense = densest(hit, weights)
    const from = unitOf[dense.first]!
    const to = unitOf[dense.last]!
    if (from === to) return [dense]
    const inside = units.slice(from, to + 1).map((unit, i) => ({
      unit,
      isCore: isCore[from + i] === 1,
      isWhole: unit.first >= dense.first && unit.last <= dense.last,
    }))
    // Lines that are stuffed by themselves speak for themselves; of their neighbours only those count that say the same.
    const alone = inside.filter((u) => u.isCore)
    const cores = alone.reduce((sum, { unit }) => sum + sizeOf(unit), 0) * 2 >= sizeOf(dense) ? alone : []
    const sure = cores.length > 0 ? cores : inside.filter((u) => u.isWhole)
    if (sure.length === 0) return [dense]
    const vocabulary = new Set(sure.flatMap(({ unit }) => valuesOf(words, unit)))
    const repeats = ({ unit }: (typeof inside)[number]): boolean => {
      const values = valuesOf(words, unit)
      return values.length >= minWords && values.filter((v) => vocabulary.has(v)).length >= minShared * values.length
    }
    return inside
      .filter((u) => u.isCore || (u.isWhole && (cores.length === 0 || repeats(u))))
      .map(({ unit }) => ({ first: Math.max(unit.first, dense.first), last: Math.min(unit.last, dense.last) }))
  })
}

const sizeOf = ({ first, last }: WordRange): number => last - first + 1

const valuesOf = (words: readonly Word[], { first, last }: WordRange): string[] =>
  words.slice(first, last + 1).map((word) => word.value)

/** The part of a range whose weights sum to the most; the earliest and shortest of equals. */
function densest({ first, last }: WordRange, weights: Float64Array): WordRange {
  let best = { first, last, sum: Number.NEGATIVE_INFINITY }
  let start = first
  let sum = 0
  for (let i = first; i <= last; i++) {
    if (sum <= 0) {
      start = i
      sum = 0
    }
    sum += weights[i]!
    if (sum > best.sum) best = { first: start, last: i, sum }
  }
  return { first: best.first, last: best.last }
}
