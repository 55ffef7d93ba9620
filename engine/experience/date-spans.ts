import { type DatePoint, readPoint } from './date-points.ts'
import { type Token, tokenize } from './date-tokens.ts'
import { presentWords, sinceWords, untilWords } from './date-words.ts'

/** A stretch of time or a single date as written in a text; UTF-16 span. */
export interface DateSpan {
  start: number
  end: number
  /** `range` has two written ends, `open` ends at the present day, `single` is one date. */
  kind: 'range' | 'open' | 'single'
  /** Month number (year * 12 + month - 1) of the first month, inclusive. */
  first: number
  /** Month number of the last month, inclusive; undefined where the stretch is open. */
  last?: number
  /** What the start says: a bare year is less exact than a month. */
  precision: DatePoint['precision']
  /** The end was written before the start: nobody can tell which of them is wrong. */
  isReversed: boolean
}

const firstWords = (phrases: readonly string[]) => {
  const byFirst = new Map<string, string[]>()
  for (const phrase of phrases) {
    const first = /^\p{L}+/u.exec(phrase)![0]
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase])
  }
  return byFirst
}
const presentByFirst = firstWords(presentWords)
const untilByFirst = firstWords(untilWords)
const since = new Set(sinceWords)
const modifiers = new Set([
  'early',
  'mid',
  'late',
  'end',
  'beginning',
  'of',
  'the',
  'approx',
  'circa',
  'ca',
  'anfang',
  'mitte',
  'ende',
  'fin',
  'début',
  'from',
])

/** All dates and stretches of a text, in its order, none overlapping another. Linear. */
export function findDateSpans(text: string): DateSpan[] {
  const tokens = tokenize(text)
  const spans: DateSpan[] = []
  for (let i = 0; i < tokens.length; ) {
    const span = readSpan(text, tokens, i)
    if (span === undefined) {
      i++
      continue
    }
    spans.push(span.span)
    i = span.to
  }
  return spans
}

function readSpan(text: string, tokens: readonly Token[], at: number): { span: DateSpan; to: number } | undefined {
  const opening = tokens[at]!
  if (opening.kind === 'word') {
    if (since.has(opening.value)) {
      const start = readPoint(tokens, skipModifiers(tokens, at + 1))
      if (start !== undefined && !start.isYearless && !start.isShort && readEnd(text, tokens, start.to) === undefined)
        return { span: openSpan(tokens, at, start.to, start), to: start.to }
      return undefined
    }
    // Newest first: "Present - 2019".
    const presentEnd = readPhrase(text, tokens, at, presentByFirst)
    if (presentEnd !== undefined) {
      const separator = readDash(tokens, presentEnd)
      const start = separator !== undefined ? readPoint(tokens, separator) : undefined
      if (start !== undefined && !start.isYearless && !start.isShort && readEnd(text, tokens, start.to) === undefined)
        return { span: openSpan(tokens, at, start.to, start), to: start.to }
      return undefined
    }
  }
  const start = readPoint(tokens, at)
  if (start === undefined) return undefined
  const end = readEnd(text, tokens, start.to)
  if (end !== undefined && 'present' in end)
    return start.isYearless ? undefined : { span: openSpan(tokens, at, end.present, start), to: end.present }
  if (end !== undefined && isPair(start, end)) {
    return { span: rangeSpan(tokens, at, start, end), to: end.to }
  }
  if (start.precision === 'year') {
    const shortEnd = readYearTail(tokens, start)
    if (shortEnd !== undefined) return { span: rangeSpan(tokens, at, start, shortEnd), to: shortEnd.to }
  }
  if (start.isYearless || start.isShort) return undefined
  return {
    span: {
      start: tokens[at]!.start,
      end: tokens[start.to - 1]!.end,
      kind: 'single',
      first: start.first,
      last: start.last,
      precision: start.precision,
      isReversed: false,
    },
    to: start.to,
  }
}

const isPair = (start: DatePoint, end: DatePoint) =>
  !end.isYearless &&
  (start.isShort === end.isShort ||
    (start.isYearless && !end.isShort) ||
    (end.isShort && start.precision === 'month') ||
    (start.isShort && end.precision === 'month'))

/** "2015-16", "2008/09": the second half of a span of years in two digits. */
function readYearTail(tokens: readonly Token[], start: DatePoint): DatePoint | undefined {
  const sign = tokens[start.to]
  const tail = tokens[start.to + 1]
  if (sign?.kind !== 'sign' || !'-–/'.includes(sign.value) || tail?.kind !== 'number' || tail.value.length !== 2)
    return undefined
  if (sign.start - tokens[start.to - 1]!.end > 1 || tail.start - sign.end > 1) return undefined
  const year = Math.floor(start.first / 1200) * 100 + Number(tail.value)
  if (year <= start.first / 12 || year > start.first / 12 + 50) return undefined
  return { ...start, from: start.to + 1, to: start.to + 2, first: year * 12, last: year * 12 + 11 }
}

const openSpan = (tokens: readonly Token[], from: number, to: number, start: DatePoint): DateSpan => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
  kind: 'open',
  first: start.first,
  precision: start.precision,
  isReversed: false,
})

function rangeSpan(tokens: readonly Token[], at: number, start: DatePoint, end: DatePoint): DateSpan {
  let first = start.first
  if (start.isYearless) {
    const year = Math.floor(end.first / 12)
    first = year * 12 + start.first
    if (first > end.last) first -= 12
  }
  const last = lastMonth(first, start, end)
  const isReversed = last < first
  return {
    start: tokens[at]!.start,
    end: tokens[end.to - 1]!.end,
    kind: 'range',
    first,
    last,
    precision: start.precision,
    isReversed,
  }
}

/**
 * Last month of a range. A bare end year says little: "2015 - 2018" is read as three years (to January 2018), since a
 * reader takes the difference, and a chain of such ranges then covers every month once. Within one year it is the whole year.
 */
function lastMonth(first: number, start: DatePoint, end: DatePoint): number {
  if (end.precision !== 'year') return end.last
  const isSameYear = Math.floor(end.first / 12) === Math.floor(first / 12)
  if (isSameYear) return end.last
  return start.precision === 'year' ? end.first : end.first + 5
}

/** The other end of a range that starts before token `at`: a date, or the present. */
function readEnd(text: string, tokens: readonly Token[], at: number): DatePoint | { present: number } | undefined {
  let next = at
  // A full stop, comma or closing bracket may stand before the separator: "Jan. 2015 - ", "(2015) - ".
  while (tokens[next]?.kind === 'sign' && '.,)('.includes(tokens[next]!.value) && next < at + 2) next++
  const dash = readDash(tokens, next)
  const word = dash === undefined ? readPhrase(text, tokens, next, untilByFirst) : undefined
  const behind = dash ?? word
  if (behind === undefined) {
    const present = isClose(tokens, at) ? readPhrase(text, tokens, at, presentByFirst) : undefined
    return present !== undefined ? { present } : undefined
  }
  if (tokens[next]!.start - tokens[at - 1]!.end > 24) return undefined
  let from = skipModifiers(tokens, behind)
  // "to the present", "- till date": the word before the present may repeat the separator.
  const present = readPhrase(text, tokens, behind, presentByFirst) ?? readPhrase(text, tokens, from, presentByFirst)
  if (present !== undefined) return { present }
  const again = dash !== undefined ? readPhrase(text, tokens, from, untilByFirst) : undefined
  if (again !== undefined) {
    from = again
    const later = readPhrase(text, tokens, from, presentByFirst)
    if (later !== undefined) return { present: later }
  }
  if (tokens[from] !== undefined && tokens[from]!.start - tokens[behind - 1]!.end > 24) return undefined
  return readPoint(tokens, from)
}

const isClose = (tokens: readonly Token[], at: number) =>
  tokens[at] !== undefined && tokens[at]!.start - tokens[at - 1]!.end <= 3

function skipModifiers(tokens: readonly Token[], at: number): number {
  let next = at
  while (
    next < at + 3 &&
    (modifiers.has(tokens[next]?.value ?? '') || tokens[next]?.value === '(' || tokens[next]?.value === '-')
  )
    next++
  return next
}

/** The token behind a dash at `at`, if one stands there: any dash, arrow or what broken encodings make of one. */
function readDash(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.kind === 'sign' && '-–—‒―~→−>'.includes(token.value)) {
    let next = at + 1
    while (next < at + 3 && tokens[next]?.kind === 'sign' && '-–—>'.includes(tokens[next]!.value)) next++
    return next
  }
  // "â€“", "ï¼" and "�?�" are dashes read in a wrong encoding.
  if (token.value === 'ï' && tokens[at + 1]?.value === '¼') return tokens[at + 2]?.value === '-' ? at + 3 : at + 2
  let next = at
  while (
    next < at + 8 &&
    tokens[next] !== undefined &&
    /^[âãÂ¢€‚¬“”"\ufffd?\u0080-\u009f]+$/u.test(tokens[next]!.value)
  )
    next++
  return next >= at + 2 ? next : undefined
}

/** The token behind a phrase of the list that starts at token `at`; the longest phrase wins. */
function readPhrase(
  text: string,
  tokens: readonly Token[],
  at: number,
  byFirst: ReadonlyMap<string, readonly string[]>,
): number | undefined {
  const token = tokens[at]
  if (token?.kind !== 'word') return undefined
  const candidates = byFirst.get(token.value)
  if (candidates === undefined) return undefined
  for (const phrase of candidates) {
    if (text.slice(token.start, token.start + phrase.length).toLowerCase() !== phrase) continue
    const end = token.start + phrase.length
    let next = at + 1
    while (next < tokens.length && tokens[next]!.start < end) next++
    if (tokens[next - 1]!.end === end) return next
  }
  return undefined
}
