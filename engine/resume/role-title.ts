import type { DateSpan } from '../experience/date-spans.ts'
import { headingKind } from './headings.ts'
import { hasTitleWord } from './title-words.ts'
import type { Span } from './types.ts'

export interface TextPart extends Span {
  text: string
}

/** The words around the dates of a job. */
export interface HeaderText {
  date: DateSpan
  /** The line of the date, or its neighbourhood when the line is long. */
  line: string
  /** The line is running text, not a header of its own. */
  isLong: boolean
  before: TextPart
  after: TextPart
  above: TextPart
  below: TextPart
  above2: TextPart
}

export interface NamedRole {
  title?: string
  employer?: string
  /** Where the header begins, when that is before the date. */
  start?: number
}

/** Title and employer of a job from the words around its dates; either may be unknown. */
export function findTitle(header: HeaderText): NamedRole {
  const before = segments(lastClause(header.before, header.isLong))
  const after = segments(firstClause(header.after, header.isLong))
  const above = isHeaderLine(header.above.text) ? segments(header.above) : []
  const above2 = above.length > 0 && isHeaderLine(header.above2.text) ? segments(header.above2) : []
  const below = isHeaderLine(header.below.text) ? segments(header.below) : []
  const places = [before, above, after, below, above2]
  const own = places.findIndex((place) => place.some((part) => hasTitleWord(part.text)))
  const place = own >= 0 ? places[own]! : (places.slice(0, 3).find((p) => p.length > 0) ?? [])
  const title = place.find((part) => hasTitleWord(part.text)) ?? place[0]
  if (title === undefined) return {}
  const others = [
    ...place.filter((part) => part !== title),
    ...places.filter((p) => p !== place && p !== above2).flat(),
  ]
  const employer = others.find((part) => isEmployer(part.text))
  // The header begins with the first of its parts; a line above counts where it gave the title or the employer.
  const parts = [title, employer].filter((part) => part !== undefined)
  return {
    title: title.text,
    ...(employer !== undefined ? { employer: employer.text } : {}),
    start: Math.min(...parts.map((part) => part.start), header.date.start),
  }
}

const isEmployer = (text: string) =>
  /\p{Lu}/u.test(text) &&
  text.length > 1 &&
  text.length <= 80 &&
  !hasTitleWord(text) &&
  !/^(?:city|state|remote|usa?|full[ -]time|part[ -]time)$/i.test(text)

/** A line that may hold a title or an employer: short, begins with a capital, no sentence, no bullet, no heading. */
function isHeaderLine(line: string): boolean {
  const text = line.trim()
  if (text.length < 3 || text.length > 100 || !/^[^\p{L}]{0,3}\p{Lu}/u.test(text)) return false
  if (
    /^[•●▪■*➢✓-]/u.test(text) ||
    /[.;:!?]$/.test(text.replace(/\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|Pvt|S\.A|L\.L\.C)\.$/, ''))
  )
    return false
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

/** Splits a header at its separators; leaves out what is empty, a number or a placeholder. */
function segments(part: TextPart): TextPart[] {
  const found: TextPart[] = []
  let from = 0
  const push = (to: number) => {
    const raw = part.text.slice(from, to)
    const lead = raw.length - raw.replace(/^[\s,;:|•·*#>()[\]"'_–—-]+/u, '').length
    const text = raw.slice(lead).replace(/[\s,;:|•·*#(["'_–—-]+$/u, '')
    if (
      /\p{L}{2}/u.test(text) &&
      !/^(?:from|to|since|dates?|duration|period|role|position|designation|title|company name|company|employer)$/i.test(
        text,
      )
    )
      found.push({ start: part.start + from + lead, end: part.start + from + lead + text.length, text })
  }
  for (const match of part.text.matchAll(
    /\s[-–—]\s|[|•·\t;,()]|\s{2,}|\s(?:at|@|bei|chez)\s(?=\p{Lu})|Company Name|:\s|(?:ï¼|\uff0b|\ufffd)/gu,
  )) {
    push(match.index)
    from = match.index + match[0].length
  }
  push(part.text.length)
  return found
}
