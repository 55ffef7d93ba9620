import { findGlue } from './glue.ts'
import { findHeadings, guessZone, type Zone } from './zones.ts'

/** A bullet, sentence or list item of a job description; positions are UTF-16 indices. */
export interface Segment {
  start: number
  end: number
  text: string
  zone: Zone
  /** It stood in a list: a bullet, or between semicolons or commas. */
  isItem: boolean
}

/** `etc.Must`, `growth. Must`, `PostgreSQL. Docker`, `required. 3 years`: a stop, then a capital or a figure; after capitals with a space between. */
const sentenceEnd =
  /(?<=[\p{Ll}\p{N})\]"%+]{2}[.!?])(?=\s{0,3}\p{Lu})|(?<=\p{Ll}{3}[.!?])(?=\s{1,3}\d)|(?<=(?:\p{Lu}{2}|\p{L}\))[.!?])(?=\s{1,3}\p{Lu})/gu
/** The same in a message that begins no sentence with a capital. */
const smallSentenceEnd = /(?<=\p{Ll}{4}[.!?])(?=\s{1,3}\p{Ll}{2})/gu
const bullet =
  /(?:^|\n|(?<=[\s\p{L}\p{N}.:;,)!?]|[.:!?]\*))[*\u2022\u00b7\u25aa\u25cf\u25e6\u2023\uf0b7](?=[\s\p{L}\p{N}])/gu
const dashItem = /(?<=^|[\s.:;,)!?\p{L}+])(?<!\d )[-\u2013\u2014] ?(?=[\p{Lu}\d])/gu
const numbered = /(?<=[\s.:;])\d{1,2}[.)] (?=\p{Lu})/gu
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|inc|ltd|co|sr|jr|dr|mr|mrs|ms|st|no|u\.s|approx|dept|min|max|incl)\.$/i
const MAX_SEGMENT = 600
/** ". - exposure to Java - strong problem solving": dashes between items in small letters. */
const smallDash = /(?<=[\s.:]) ?- (?=\p{Ll})/gu
/** `" Perform backups" Support the team`: bullets that a feed turned into quotation marks. */
const quoteItem = /(?<=[\p{L}\d.:;)\]])["\u201c\u201d]\s(?=\p{Lu})/gu
const FEWEST_DASHES = 3

/**
 * Cuts a job description into segments, each with its zone; `isName` knows names with a capital inside ("JavaScript").
 * Linear in the length of the text.
 */
export function segmentJob(text: string, isName: (word: string) => boolean): Segment[] {
  const cuts = new Map<number, boolean>([[0, false]])
  const cut = (at: number, isItem: boolean): void => void cuts.set(at, isItem || (cuts.get(at) ?? false))
  // "Python developer: django, postgres": the title ends at the colon.
  const titled = /^[^\n:.;]{3,60}: /.exec(text.slice(0, 80))
  if (titled) cut(titled[0].length, true)
  for (const m of text.matchAll(/\n/g)) cut(m.index + 1, false)
  for (const at of plainItems(text)) cut(at, true)
  for (const m of text.matchAll(/; ?/g)) if (!isInParentheses(text, m.index)) cut(m.index + m[0].length, true)
  for (const m of text.matchAll(bullet)) cut(m.index + m[0].length, true)
  const dashes = [...text.matchAll(dashItem)]
  for (const m of dashes) {
    // "SQL-Server" is a word; "systems- Manage" and "shift -Lead" are lists.
    const isGlued = /[\p{L}\d]/u.test(text[m.index - 1] ?? '')
    if (isGlued && !m[0].endsWith(' ')) continue
    // A dash or two between words are thoughts of a sentence: "one more technology - Transport, Voice".
    const isSpaced = /[\p{Ll}\d,]\s{1,3}$/u.test(text.slice(Math.max(0, m.index - 4), m.index))
    if (isSpaced && dashes.length < FEWEST_DASHES && !text.slice(Math.max(0, m.index - 4), m.index).includes('\n'))
      continue
    cut(m.index + m[0].length, true)
  }
  const lists = [
    ...(/[.:] - \p{L}/u.test(text) ? [smallDash] : []),
    ...(/\s["\u201c]\p{L}/u.test(text) ? [] : [quoteItem]),
  ]
  for (const items of lists.map((list) => [...text.matchAll(list)]))
    if (items.length >= FEWEST_DASHES)
      for (const m of items) for (const at of [m.index, m.index + m[0].length]) cut(at, true)
  for (const m of text.matchAll(numbered)) cut(m.index + m[0].length, true)
  for (const { at, isItem } of findGlue(text, isName)) cut(at, isItem)
  const ends = /^\s{0,9}\p{Ll}/u.test(text) ? [sentenceEnd, smallSentenceEnd] : [sentenceEnd]
  for (const m of ends.flatMap((end) => [...text.matchAll(end)]))
    if (!ABBREVIATION.test(text.slice(Math.max(0, m.index - 8), m.index))) cut(m.index, false)
  const headings = findHeadings(text)
  for (const heading of headings) {
    cut(heading.start, false)
    cut(heading.end, false)
  }
  return toSegments(text, cuts, headings)
}

function toSegments(text: string, cuts: Map<number, boolean>, headings: ReturnType<typeof findHeadings>): Segment[] {
  const positions = [...cuts.keys()].filter((p) => p <= text.length).sort((a, b) => a - b)
  const segments: Segment[] = []
  let zone: Zone = 'intro'
  let nextHeading = 0
  for (const [i, start] of positions.entries()) {
    while (nextHeading < headings.length && headings[nextHeading]!.end <= start) zone = headings[nextHeading++]!.zone
    const end = positions[i + 1] ?? text.length
    if (nextHeading < headings.length && start >= headings[nextHeading]!.start) continue
    for (const [from, to] of pieces(text, start, end)) {
      const trimmed = trim(text, from, to)
      if (!trimmed) continue
      const unknown = isHeadingLine(text, trimmed) ? guessZone(trimmed.text) : undefined
      if (unknown) zone = unknown
      else segments.push({ ...trimmed, zone, isItem: cuts.get(start) ?? false })
    }
  }
  return segments
}

/** Fewest short lines in a row that make a list without bullets. */
const PLAIN_ITEMS = 4

/** Starts of lines that stand in a run of short ones, as in a list that lost its bullets; the title's line is none. */
function plainItems(text: string): number[] {
  const found: number[] = []
  let run: number[] = []
  let start = 0
  for (const line of `${text}\n`.split('\n')) {
    const words = line.trim().split(/\s+/).length
    if (start > 0 && words >= 2 && words <= 14 && !/[.:!?]\s*$/.test(line)) run.push(start)
    else {
      if (run.length >= PLAIN_ITEMS) found.push(...run)
      run = []
    }
    start += line.length + 1
  }
  return found
}

/** Whether a position stands inside a pair of parentheses opened at most 120 characters before. */
export function isInParentheses(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 120), at)
  const after = text.slice(at, at + 120)
  return before.lastIndexOf('(') > before.lastIndexOf(')') && after.includes(')')
}

/** A short line of its own that ends in a colon. */
const isHeadingLine = (text: string, s: { start: number; end: number; text: string }): boolean =>
  s.text.split(/\s+/).length <= 7 && (text[s.end] === ':' || s.text.endsWith(':'))

/** Over-long runs are cut at a space, so that nothing later sees unbounded text. */
function* pieces(text: string, start: number, end: number): Generator<[number, number]> {
  let from = start
  while (end - from > MAX_SEGMENT) {
    const space = text.lastIndexOf(' ', from + MAX_SEGMENT)
    const to = space > from ? space : from + MAX_SEGMENT
    yield [from, to]
    from = to
  }
  yield [from, end]
}

/** Drops blanks, bullets and closing punctuation from both ends; undefined when no letter is left. */
export function trim(
  text: string,
  start: number,
  end: number,
): { start: number; end: number; text: string } | undefined {
  let from = start
  let to = end
  while (
    from < to &&
    /[\s*\u2022\u00b7\u25aa\u25cf\u25e6\u2023\uf0b7\u2013\u2014\-,;:.=_!]/.test(text[from]!) &&
    !/^\.[A-Z]/.test(text.slice(from, from + 2))
  )
    from++
  while (to > from && /[\s*\u2022\u00b7\u25aa\u25cf\u25e6\u2023\uf0b7\u2013\u2014\-,;:.=_!]/.test(text[to - 1]!)) to--
  const inner = text.slice(from, to)
  return /\p{L}/u.test(inner) ? { start: from, end: to, text: inner } : undefined
}
