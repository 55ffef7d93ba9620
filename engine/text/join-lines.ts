import { headingKind } from '../resume/headings.ts'
import { LEADS_ON } from './leads-on.ts'

/** Narrowest and widest column that is taken for the width of a page, in characters. */
const NARROWEST = 50
const WIDEST = 130
/** How many lines of a text must nearly fill the column, how many leave no doubt, and how near to its end they come. */
const FULL_LINES = 3
const CERTAIN_LINES = 5
const FULL_SHARE = 0.15
/** Share of full lines from which even a text of small letters is wrapped and no list. */
const PROSE_SHARE = 0.3
const NEAR = 12

/** What begins an entry of its own: a bullet, a dash, a number with a stop, a label ("company - "). */
const OPENS = /^\s*(?:[•●▪■◦‣⁃∙·►➢➤✓✔❖◆○*\uf0b7]|[-–—](?=\s)|\(?\d{1,2}[.)]\s|\p{L}{2,20} ?[:–-]\s)/u
const ENDS = /[.!?:;]["')\]]?\s*$/
/** The header of a job. */
const DATED = /\b(?:19|20)\d{2}\b|\b(?:current|present)\b/i
/** The foot or head of a printed page: "Page 2 of 3", "J. Doe - page 2", "2 / 3". */
const PAGE_FOOT =
  /^[^\n]{0,60}\bpage \d{1,2}(?: ?(?:of|\/) ?\d{1,2})?\W{0,5}$|^\W{0,5}\d{1,2}(?: \/ | of )\d{1,2}\W{0,5}$/i

interface Line {
  start: number
  end: number
  text: string
}

/**
 * A text whose lines the width of a page or column broke, with blanks in place of those breaks and of page
 * numbers: every character keeps its position. Breaks that the author made are left. Linear.
 */
export function joinLines(text: string): string {
  const lines: Line[] = []
  let from = 0
  for (const match of text.matchAll(/\r\n|\n/g)) {
    lines.push({ start: from, end: match.index, text: text.slice(from, match.index) })
    from = match.index + match[0].length
  }
  lines.push({ start: from, end: text.length, text: text.slice(from) })
  const body = lines.filter((line) => !PAGE_FOOT.test(line.text))
  const column = columnOf(body)
  const out: string[] = []
  for (const [i, line] of body.entries()) {
    const next = body[i + 1]
    out.push(line.text)
    // What stands before the next line: a break, or breaks with the foot of a page between them.
    const between = text.slice(line.end, next?.start ?? text.length)
    const isJoined = column !== undefined && next !== undefined && isBroken(line, next, column)
    out.push(between.replace(isJoined ? /[\s\S]/g : /[^\r\n]/g, ' '))
  }
  return body.length > 0 ? text.slice(0, body[0]!.start).replace(/[^\r\n]/g, ' ') + out.join('') : text
}

/** Whether the next line's first word had no room on this one. */
function isBroken(line: Line, next: Line, { width, isCertain }: Column): boolean {
  const opening = next.text.trim()
  if (opening === '' || OPENS.test(next.text)) return false
  if (headingKind(opening) !== undefined && !LEADS_ON.test(line.text)) return false
  const held = line.text.trimEnd().length
  const word = /^\S{1,40}/.exec(opening)![0].length
  if (held + 1 + word <= width || held <= width / 2) return false
  // A capital may open an entry of its own: then only a line that nearly fills the column goes on.
  if (/^[\p{Ll}(]/u.test(opening)) return true
  const isFull = isCertain && held > width - NEAR && !ENDS.test(line.text) && !DATED.test(line.text)
  return isFull || LEADS_ON.test(line.text)
}

interface Column {
  width: number
  isCertain: boolean
}

/** The column that broke the lines; undefined where lines end as their author wished. */
function columnOf(lines: readonly Line[]): Column | undefined {
  const written = lines.filter((line) => /\S/.test(line.text))
  const lengths = written.map((line) => line.text.trimEnd().length)
  const width = lengths.reduce((most, length) => Math.max(most, length), 0)
  if (width < NARROWEST || width > WIDEST) return undefined
  const full = lengths.filter((length) => length > width - NEAR).length
  if (full < Math.max(FULL_LINES, lengths.length * FULL_SHARE)) return undefined
  // A list whose entries begin in small letters looks like the same.
  const small = written.filter((line) => /^[^\p{L}]{0,6}\p{Ll}/u.test(line.text)).length
  const isList = small > written.length / 2 && (full < CERTAIN_LINES || full < written.length * PROSE_SHARE)
  return isList ? undefined : { width, isCertain: full >= CERTAIN_LINES }
}
