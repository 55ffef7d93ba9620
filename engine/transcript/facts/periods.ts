import { numberValue } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import type { Period } from './types.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
/** First and last month of a part of a year; of winter nobody knows which end is meant. */
const PARTS: Readonly<Record<string, [number, number]>> = {
  spring: [2, 4],
  easter: [2, 3],
  summer: [5, 7],
  autumn: [8, 10],
  christmas: [10, 12],
  early: [0, 3],
  beginning: [0, 2],
  start: [0, 2],
  late: [8, 11],
  end: [9, 11],
  ...Object.fromEntries(MONTHS.map((name, i) => [name, [i, i]])),
}
const LINKS = new Set(['of', 'the', 'in'])
/** Years that a working life can reach back to. */
const YEAR = /^(?:19[6-9]|20[0-4])\d$/

export interface DateMention {
  /** Index of the first token, and one past the last. */
  at: number
  to: number
  period: Period
}

/** The year that stands at token `at`, in digits or as "twenty twenty-two", and how many tokens it takes. */
function yearAt(tokens: readonly Token[], at: number): { year: number; size: number } | undefined {
  const { text } = tokens[at]!
  if (YEAR.test(text)) return { year: Number(text), size: 1 }
  if (text !== 'twenty') return undefined
  const second = tokens[at + 1]
  const rest = second?.isNumber === true ? numberValue(second.text) : undefined
  return rest !== undefined && rest >= 10 && rest < 50 ? { year: 2000 + rest, size: 2 } : undefined
}

/** Dates with a year, with the month or season that stands before it: "autumn of 2022", "the end of March 2019". */
export function datesIn(tokens: readonly Token[], from = 0, to = tokens.length): DateMention[] {
  const found: DateMention[] = []
  for (let at = from; at < to; at++) {
    const year = yearAt(tokens, at)
    if (year === undefined) continue
    let first = at
    while (first > from && LINKS.has(tokens[first - 1]!.text)) first--
    const part = first > from ? PARTS[tokens[first - 1]!.text] : undefined
    const base = year.year * 12
    const [low, high] = part ?? [0, 11]
    found.push({
      at: part === undefined ? at : first - 1,
      to: at + year.size,
      period: { first: base + low, last: base + high },
    })
    at += year.size - 1
  }
  return found
}

export interface LengthMention {
  at: number
  to: number
  months: number
}

const UNITS: Readonly<Record<string, number>> = { year: 12, years: 12, month: 1, months: 1 }

/** Lengths of time in years or months: "six years", "three and a half years", "a year", "eight months". */
export function lengthsIn(tokens: readonly Token[], from = 0, to = tokens.length): LengthMention[] {
  const found: LengthMention[] = []
  for (let at = from + 1; at < to; at++) {
    const unit = UNITS[tokens[at]!.text]
    if (unit === undefined) continue
    const words = [3, 2, 1].map((back) => tokens[at - back]?.text ?? '')
    const isHalf = words[0] === 'and' && words[1] === 'a' && words[2] === 'half'
    const first = isHalf ? at - 4 : at - 1
    const token = tokens[first]
    if (token === undefined || first < from) continue
    const value = token.text === 'a' || token.text === 'one' ? 1 : token.isNumber ? numberValue(token.text) : undefined
    if (value === undefined || value > 60) continue
    found.push({ at: first, to: at + 1, months: (value + (isHalf ? 0.5 : 0)) * unit })
  }
  return found
}

const RECENT = new Set([...MONTHS, 'spring', 'summer', 'autumn', 'winter', 'easter', 'christmas', 'week', 'month'])

/** At most how many months ago "last spring", "this year" or "six months ago" is; undefined where nothing recent is named. */
export function recentIn(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const { text } = tokens[at]!
    const next = tokens[at + 1]?.text ?? ''
    if ((text === 'last' || text === 'this') && at + 1 < to) {
      if (RECENT.has(next)) return text === 'last' ? 18 : 12
      if (next === 'year') return text === 'last' ? 24 : 12
    }
    if (text === 'ago') {
      const length = lengthsIn(tokens, Math.max(from, at - 5), at).at(-1)
      if (length !== undefined) return length.months
    }
  }
  return undefined
}
