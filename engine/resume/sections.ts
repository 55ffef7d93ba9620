import { headingKind } from './headings.ts'
import type { Section, SectionKind } from './types.ts'

/** One line of the text without its line break; UTF-16, `end` before the break. */
export interface RawLine {
  start: number
  end: number
  text: string
}

/** The lines of a text; any of \n, \r\n, \r, form feed and vertical tab ends one. */
export function rawLines(text: string): RawLine[] {
  const lines: RawLine[] = []
  let start = 0
  for (const match of text.matchAll(/\r\n|[\n\r\f\v]/g)) {
    lines.push({ start, end: match.index, text: text.slice(start, match.index) })
    start = match.index + match[0].length
  }
  lines.push({ start, end: text.length, text: text.slice(start) })
  return lines
}

interface Heading {
  start: number
  /** Where the section's content begins. */
  content: number
  kind: SectionKind
  heading: string
}

/** Lines longer than this are running text in which headings may be glued to their neighbours. */
const gluedLength = 160

/** Finds the sections of a resume. Text before the first heading is a `summary` without heading. Sections cover the whole text. */
export function findSections(text: string, lines: readonly RawLine[]): Section[] {
  const headings = findHeadings(lines, isHeadingLine)
  // Where no heading begins with a capital, those in small letters are the headings.
  const found = headings.length >= FEW_HEADINGS ? headings : findHeadings(lines, isSmallHeading)
  const sections: Section[] = []
  const first = found[0]?.start ?? text.length
  if (first > 0) sections.push({ kind: 'summary', heading: '', start: 0, end: first })
  found.forEach((heading, index) => {
    const end = found[index + 1]?.start ?? text.length
    sections.push({ kind: heading.kind, heading: heading.heading, start: heading.start, end })
  })
  return sections
}

/** A text with fewer headings than this may write them in small letters. */
const FEW_HEADINGS = 2

function findHeadings(lines: readonly RawLine[], isWritten: (line: string) => boolean): Heading[] {
  const headings: Heading[] = []
  for (const [index, line] of lines.entries()) {
    const trimmed = line.text.trim()
    if (trimmed.length < 3) continue
    const kind = isWritten(trimmed) ? headingKind(trimmed) : undefined
    const isWithinWork = headings.at(-1)?.kind === 'experience'
    if (kind !== undefined && isWithinWork && isTitleAbove(trimmed, lines[index + 1])) continue
    if (kind !== undefined) {
      headings.push({ start: line.start, content: line.end, kind, heading: trimmed })
      continue
    }
    const lead = leadingHeading(line)
    if (lead !== undefined) headings.push(lead)
    if (line.text.length > gluedLength) headings.push(...gluedHeadings(line, lead?.content ?? line.start))
    else headings.push(...trailingHeading(line))
  }
  return headings
}

const datedLine =
  /^\W{0,3}(?:\d{1,2}\/\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.? \d{4}|\d{4})\s{0,3}(?:to|-|–)\s{0,3}\S/iu

/** "Volunteer" above the dates of a job is its title, not a heading over all that follow. */
const isTitleAbove = (line: string, next: RawLine | undefined): boolean =>
  /^(?:volunteer|intern(?:ship)?)$/i.test(line) && next !== undefined && datedLine.test(next.text)

/** A heading begins with a capital, or is set apart by a colon; "skills" inside a wrapped sentence is neither. */
const isHeadingLine = (line: string) =>
  line.length <= 80 &&
  (/^[^\p{L}]{0,6}\p{Lu}/u.test(line) || /:$/.test(line) || /^[#*=\-_]/.test(line)) &&
  !/[.,;]$/.test(line)

/** The same in small letters, for texts that capitalise none of their headings. */
const isSmallHeading = (line: string) => line.length <= 80 && !/[.,;]$/.test(line)

/** "Skills: Java, SQL", "EDUCATION - B.Sc.": a heading with its content behind it on the line. */
function leadingHeading(line: RawLine): Heading | undefined {
  const match = /^[^\p{L}\n]{0,6}(\p{Lu}[\p{L}&/' ]{2,40}?) ?(?::|\s[-–—|]\s)(?=\s*\S)/u.exec(line.text)
  if (match === null) return undefined
  const kind = headingKind(match[1]!)
  if (kind === undefined || kind === 'other') return undefined
  return { start: line.start, content: line.start + match[0].length, kind, heading: match[1]!.trim() }
}

// What a glued heading may look like: words in capitals, or capitalised words that a colon or "Details" ends.
const capitals = /(?<![\p{Lu}\p{N}&/-])\p{Lu}{4,}(?:[ &/]{1,3}(?:AND|OF)?[ &/]{0,3}\p{Lu}{3,}){0,4}(?!\p{Lu})/gu
const titled =
  /(?:(?<=[.!?)\]:;•|\s]|^)|(?<=\p{Ll}))\p{Lu}\p{Ll}{3,20}(?: (?:and|&|of) \p{Lu}\p{Ll}{3,20}| \p{Lu}\p{Ll}{3,20}){0,3}/gu

const certain =
  /^(?:EXPERIENCE|EMPLOYMENT|EDUCATION|SKILLS|SUMMARY|PROFILE|OBJECTIVE|CERTIFICATIONS?|LANGUAGES|PROJECTS|ACCOMPLISHMENTS|ACHIEVEMENTS|AWARDS|PUBLICATIONS|REFERENCES|INTERESTS|HOBBIES|QUALIFICATIONS|HIGHLIGHTS|INTERNSHIPS?|BERUFSERFAHRUNG|AUSBILDUNG|FORMATION|COMPÉTENCES|EXPÉRIENCES?|EXPERIENCIA|EDUCACIÓN|HABILIDADES)$/

/** Headings inside a long line, where line breaks were lost. */
function gluedHeadings(line: RawLine, from: number): Heading[] {
  const found: Heading[] = []
  const body = line.text
  const offset = from - line.start
  for (const match of body.matchAll(capitals)) {
    if (match.index < offset) continue
    const hit = longestHeading(match[0], false)
    if (hit === undefined) continue
    // One word of capitals is a heading only where few other things are meant by it ("VISA", "VOLUNTEER ACCOUNTANT").
    if (hit.words === 1 && !certain.test(match[0].slice(hit.at, hit.at + hit.length))) continue
    // A list item in capitals ("SQL, LEADERSHIP, EXCEL") is no heading.
    const before = body
      .slice(0, match.index + hit.at)
      .trimEnd()
      .at(-1)
    const after = body[match.index + hit.at + hit.length]
    if (before === ',' || after === ',') continue
    const start = line.start + match.index + hit.at
    found.push({
      start,
      content: start + hit.length,
      kind: hit.kind,
      heading: body.slice(match.index + hit.at, match.index + hit.at + hit.length),
    })
  }
  for (const match of body.matchAll(titled)) {
    if (match.index < offset) continue
    const hit = longestHeading(match[0], true)
    if (hit === undefined || hit.kind === 'other') continue
    const start = match.index + hit.at
    const end = start + hit.length
    const before = body.slice(Math.max(0, start - 24), start)
    const isSetOff = /[.!?:;•|)\]]\s*$|\s{3,}$|^$/u.test(before) || (/\p{Ll}$/u.test(before) && hit.at === 0)
    const isDetails = / Details$/.test(match[0].slice(hit.at, hit.at + hit.length))
    const isMarked = /^\s{0,2}:|^\s{3,}/.test(body.slice(end, end + 6))
    if (!isDetails && !(isSetOff && (isMarked || (hit.words > 1 && /^\s{0,2}\p{Lu}/u.test(body.slice(end, end + 4))))))
      continue
    found.push({
      start: line.start + start,
      content: line.start + end,
      kind: hit.kind,
      heading: body.slice(start, end),
    })
  }
  return found
    .sort((a, b) => a.start - b.start || b.content - a.content)
    .filter((h, i, all) => i === 0 || h.start >= all[i - 1]!.content)
}

/** "... 12 monthsCompany Details": a heading glued to the end of a short line. */
function trailingHeading(line: RawLine): Heading[] {
  const match = /(?:^|[\s\p{Ll}.)\d])(\p{Lu}\p{Ll}{3,20} Details)\s*$/u.exec(line.text)
  if (match === null) return []
  const kind = headingKind(match[1]!)
  const at = line.start + line.text.lastIndexOf(match[1]!)
  return kind === undefined ? [] : [{ start: at, content: line.end, kind, heading: match[1]! }]
}

/** The longest run of words in a phrase that is a heading; with `fromStart` false it may begin at any word. */
function longestHeading(phrase: string, fromStart: boolean) {
  const starts = [0, ...[...phrase.matchAll(/ /g)].map((m) => m.index + 1)]
  const ends = [...starts.slice(1).map((s) => s - 1), phrase.length]
  for (const [i, at] of starts.entries()) {
    if (fromStart && i > 1) break
    for (let j = ends.length - 1; j >= i; j--) {
      const part = phrase.slice(at, ends[j])
      const kind = headingKind(part)
      if (kind !== undefined) return { at, length: part.length, kind, words: j - i + 1 }
    }
  }
  return undefined
}
