import type { DateSpan } from '../experience/date-spans.ts'
import { headingKind } from './headings.ts'
import { hasTitleWord } from './title-words.ts'
import type { Span } from './types.ts'

export interface TextPart extends Span {
  text: string
}

/** Where a header may name the job: on the date's line before or behind it, on the lines above, on the line below. */
export type Place = 'before' | 'above' | 'after' | 'below' | 'above2'

/** The words around the dates of a job. */
export interface HeaderText extends Record<Place, TextPart> {
  date: DateSpan
  /** The line of the date, or its neighbourhood when the line is long. */
  line: string
  /** The line is running text, not a header of its own. */
  isLong: boolean
}

export interface NamedRole {
  title?: string
  employer?: string
  /** Where the header begins, when that is before the date. */
  start?: number
}

/** The header cut into its parts, place by place. */
export type HeaderParts = Record<Place, TextPart[]>

const places: readonly Place[] = ['before', 'above', 'after', 'below', 'above2']

/** Cuts the words around a date at their separators; a neighbouring line counts only where it looks like a header. */
export function headerParts(header: HeaderText): HeaderParts {
  const above = isHeaderLine(header.above.text) ? segments(header.above) : []
  return {
    before: segments(lastClause(header.before, header.isLong)),
    above,
    after: segments(firstClause(header.after, header.isLong)),
    below: isHeaderLine(header.below.text) ? segments(header.below) : [],
    above2: above.length > 0 && isHeaderLine(header.above2.text) ? segments(header.above2) : [],
  }
}

/**
 * The order in which the places of this resume name titles, most usual first: people keep one layout, so the last line
 * of the job above is not taken for a title where titles stand behind the dates.
 */
export function layoutOf(headers: readonly HeaderParts[]): Place[] {
  const count = (place: Place) => headers.filter((parts) => parts[place].some((part) => hasTitleWord(part.text))).length
  const counts = new Map(places.map((place) => [place, count(place)]))
  return [...places].sort((a, b) => counts.get(b)! - counts.get(a)! || places.indexOf(a) - places.indexOf(b))
}

/** Title and employer of a job from the parts of its header; either may be unknown. */
export function findTitle(parts: HeaderParts, layout: readonly Place[], date: DateSpan): NamedRole {
  const named = layout.find((place) => parts[place].some((part) => hasTitleWord(part.text)))
  const place = named ?? (['before', 'above', 'after'] as const).find((p) => parts[p].length > 0)
  if (place === undefined) return {}
  const title = titleIn(parts[place])
  if (title === undefined) return {}
  const near: Record<Place, readonly Place[]> = {
    before: ['after', 'below', 'above'],
    above: ['before', 'after', 'above2', 'below'],
    after: ['before', 'below', 'above'],
    below: ['before', 'after', 'above'],
    above2: ['above', 'before', 'after'],
  }
  const others = [...parts[place], ...near[place].flatMap((p) => parts[p])]
  const employer = others.find((part) => (part.start >= title.end || part.end <= title.start) && isEmployer(part.text))
  const starts = [title, employer].flatMap((part) => (part === undefined ? [] : [part.start]))
  return {
    title: title.text.replace(/\s+/g, ' '),
    ...(employer !== undefined ? { employer: employer.text.replace(/\s+/g, ' ') } : {}),
    start: Math.min(...starts, date.start),
  }
}

/** The part that reads like a title; "Graphic, Web, and Advertising Intern" is put together again. */
function titleIn(parts: readonly TextPart[]): TextPart | undefined {
  const index = parts.findIndex((part) => hasTitleWord(part.text))
  const title = parts[Math.max(index, 0)]
  const first = parts[0]
  if (title === undefined || first === undefined) return undefined
  if (!/^(?:and|&|und|et|y)\s/i.test(title.text)) return title
  const text = parts.slice(0, index + 1).map((part) => part.text)
  return { start: first.start, end: title.end, text: text.join(', ') }
}

const isEmployer = (text: string) =>
  /^[^\p{Ll}]{0,3}[\p{Lu}\p{N}]/u.test(text) &&
  text.length > 1 &&
  text.length <= 70 &&
  text.split(/\s+/).length <= 8 &&
  !hasTitleWord(text) &&
  !/^(?:city|state|remote|usa?|u\.s\.a?\.?|full[ -]time|part[ -]time|contract|freelance|temporary|permanent)$/i.test(
    text,
  )

/** A line that may hold a title or an employer: short, begins with a capital, no sentence, no bullet, no heading. */
export function isHeaderLine(line: string): boolean {
  const text = line.trim()
  if (text.length < 3 || text.length > 100 || !/^[^\p{L}]{0,3}\p{Lu}/u.test(text)) return false
  if (/^[•●▪■*➢✓-]/u.test(text)) return false
  if (/[.;:!?]$/.test(text.replace(/\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|Pvt|S\.A|L\.L\.C)\.$/, ''))) return false
  return (text.match(/\S+/g)?.length ?? 0) <= 14 && headingKind(text) === undefined
}

/** In running text only the words since the last full stop or bullet belong to the header. */
function lastClause(part: TextPart, isLong: boolean): TextPart {
  if (!isLong) return part
  const cut = Math.max(part.text.lastIndexOf('. '), part.text.lastIndexOf('•'), part.text.lastIndexOf('   ')) + 1
  return { start: part.start + cut, end: part.end, text: part.text.slice(cut) }
}

function firstClause(part: TextPart, isLong: boolean): TextPart {
  const stop = part.text.search(/\.\s|•|\s{6,}/u)
  const limit = isLong ? 70 : 110
  const end = Math.min(stop < 0 ? part.text.length : stop, limit)
  return { start: part.start, end: part.start + end, text: part.text.slice(0, end) }
}

// "Company Name" and "City , State" are what resume templates leave where a name was not filled in.
const separator =
  /\s[-–—]{1,2}\s|[|•·\t;,]|\s{2,}|\s(?:at|@|bei|chez)\s(?=\p{Lu})|Company Name|City ?, ?State\b|\b(?:City|State)\b(?=\s*(?:,|$))|:\s|ï¼|â€["”“]?|\uff0b|\ufffd/gu
const label = /^(?:from|to|since|dates?|duration|period|role|position|designation|title|company|employer|job title)$/i

/** Splits a header at its separators; leaves out what is empty, a number, a label or a placeholder. */
function segments(part: TextPart): TextPart[] {
  const found: TextPart[] = []
  let from = 0
  const push = (to: number) => {
    const raw = part.text.slice(from, to)
    const lead = raw.length - raw.replace(/^[\s,;:|•·*#>()[\]"'_–—-]+/u, '').length
    const text = raw.slice(lead).replace(/[\s,;:|•·*#(["'_–—-]+$/u, '')
    const start = part.start + from + lead
    if (/\p{L}{2}/u.test(text) && !label.test(text)) found.push({ start, end: start + text.length, text })
  }
  for (const match of part.text.matchAll(separator)) {
    push(match.index)
    from = match.index + match[0].length
  }
  push(part.text.length)
  return found
}
