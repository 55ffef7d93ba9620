import type { DateSpan } from '../experience/date-spans.ts'
import { monthNumber, yearMonth } from '../experience/months.ts'
import { isNoWork, isSeldomWork, isStudyLine, isVolunteerHeading, namesSchool } from './role-context.ts'
import { findTitle, type HeaderText, headerParts, isHeaderLine, layoutOf } from './role-title.ts'
import type { RawLine } from './sections.ts'
import { hasTitleWord } from './title-words.ts'
import type { Role, Section, YearMonth } from './types.ts'

/** A date that may head a job, with the text around it. */
interface Candidate {
  date: DateSpan
  line: number
  section: Section
  header: HeaderText
  isProse: boolean
  hasTitle: boolean
}

/** Lines longer than this hold more than a job's header: only the words next to the date are looked at. */
const headerReach = 110

/**
 * The jobs of a resume, in the order of the text. A job is found by its dates, where these stand in a header and not in
 * a sentence, and outside of education, certificates and publications. Open jobs end at `as_of`.
 */
export function findRoles(
  text: string,
  lines: readonly RawLine[],
  sections: readonly Section[],
  dates: readonly DateSpan[],
  as_of: YearMonth,
): { roles: Role[]; warnings: { code: string; message: string }[] } {
  const candidates = collect(text, lines, sections, dates)
  const hasWorkSection = candidates.some(
    (c) => c.section.kind === 'experience' && !c.isProse && c.date.kind !== 'single',
  )
  let chosen = candidates.filter((c) => isWork(c, sections, hasWorkSection))
  // A resume written as sentences has no headers; then the stretches in its sentences are the jobs.
  if (chosen.length === 0)
    chosen = candidates.filter(
      (c) =>
        c.date.kind !== 'single' &&
        (c.section.kind === 'experience' || c.section.kind === 'summary') &&
        !isStudyLine(c.header.line),
    )
  const parts = chosen.map((candidate) => headerParts(candidate.header))
  const layout = layoutOf(parts)
  const named = chosen.map((candidate, index) => findTitle(parts[index]!, layout, candidate.date))
  const startOf = (index: number) =>
    Math.min(chosen[index]!.date.start, named[index]!.start ?? chosen[index]!.date.start)
  const roles: Role[] = []
  let reversed = 0
  let future = 0
  const now = monthNumber(as_of)
  for (const [index, candidate] of chosen.entries()) {
    const { date, section } = candidate
    if (date.first > now) {
      future++
      continue
    }
    if (date.isReversed) reversed++
    if (date.last !== undefined && date.last > now) future++
    const next = chosen[index + 1]
    const { title, employer } = named[index]!
    if (title !== undefined && isNoJob(title)) continue
    roles.push({
      start: startOf(index),
      end:
        next !== undefined && next.section === section
          ? Math.max(date.end, startOf(index + 1))
          : Math.max(date.end, section.end),
      ...(title !== undefined ? { title } : {}),
      ...(employer !== undefined ? { employer } : {}),
      ...(date.isReversed ? {} : { from: yearMonth(date.first), to: yearMonth(Math.min(date.last ?? now, now)) }),
      is_current: date.kind === 'open',
      date_span: { start: date.start, end: date.end },
      employment: employmentOf(title ?? candidate.header.line, section),
    })
  }
  const warnings: { code: string; message: string }[] = []
  if (reversed > 0)
    warnings.push({
      code: 'dates_reversed',
      message: `${reversed} date range${reversed === 1 ? '' : 's'} ended before ${reversed === 1 ? 'it' : 'they'} started; nothing was counted for ${reversed === 1 ? 'it' : 'them'}.`,
    })
  if (future > 0)
    warnings.push({
      code: 'dates_in_future',
      message: `${future} date range${future === 1 ? '' : 's'} reached past the evaluation date; the part after it was not counted.`,
    })
  return { roles, warnings }
}

/** Studies, honours and time off that stand among the jobs with their dates. */
const isNoJob = (title: string) =>
  (/\bstudent$/i.test(title) && !hasTitleWord(title)) ||
  /\b(?:award|scholarship|dean['\u2019]s list|honou?r roll)$/i.test(title) ||
  /\bstay[- ]at[- ]home\b|\bcareer break\b|\bsabbatical\b|\b(?:parental|maternity|paternity|family) leave\b|\bhomemaker\b/i.test(
    title,
  )

/** Unpaid work that stands among the jobs is one of them; only a section of its own, or a bare "Volunteer" outside, sets it apart. */
function employmentOf(title: string, section: Section): Role['employment'] {
  if (isVolunteerHeading(section.heading)) return 'volunteer'
  if (section.kind !== 'experience' && /volunteer|ehrenamt|bénévole|voluntari/i.test(title)) return 'volunteer'
  return /\bintern(?:ship)?\b|\bco-op\b|trainee|praktik|stagiaire|becari/i.test(title) ||
    /^intern/i.test(section.heading)
    ? 'internship'
    : 'job'
}

function collect(
  text: string,
  lines: readonly RawLine[],
  sections: readonly Section[],
  dates: readonly DateSpan[],
): Candidate[] {
  const candidates: Candidate[] = []
  let line = 0
  let section = 0
  dates.forEach((date, index) => {
    while (line < lines.length - 1 && lines[line + 1]!.start <= date.start) line++
    while (section < sections.length - 1 && sections[section + 1]!.start <= date.start) section++
    const current = sections[section]
    if (current === undefined) return
    const header = headerText(text, lines, line, current, date, dates[index - 1], dates[index + 1])
    candidates.push({
      date,
      line,
      section: current,
      header,
      isProse: isProse(header),
      hasTitle: hasOwnTitle(header),
    })
  })
  return candidates
}

const employerLabel =
  /^\s{0,4}(?:company|employer|client|organi[sz]ation|firma|arbeitgeber|empresa|entreprise)(?: name)?\s{0,3}[:–-]/i

/** A title on the date's own line, or, where the date stands alone on its line, on a line next to it. */
function hasOwnTitle({ before, after, above, below, above2, line, isLong }: HeaderText): boolean {
  const own = `${before.text} ${after.text}`
  // "Staff Sergeant" above "B Company, 2nd Battalion - Fort Example, GA - May 2011 to June 2013".
  const endsLine = !isLong && words(after.text) === 0 && words(before.text) > 0
  if (endsLine && words(above.text) <= 10 && isHeaderLine(above.text) && hasTitleWord(above.text)) return true
  if (hasTitleWord(own) || [line, above.text, above2.text].some((part) => employerLabel.test(part))) return true
  return words(own) < 6 && [above, below, above2].some((part) => words(part.text) <= 14 && hasTitleWord(part.text))
}

/** The words around a date that may name the job: on its line before and behind, the line above and the one below. */
function headerText(
  text: string,
  lines: readonly RawLine[],
  line: number,
  section: Section,
  date: DateSpan,
  previous: DateSpan | undefined,
  next: DateSpan | undefined,
): HeaderText {
  const own = lines[line]!
  const lastLine = lineAt(lines, line, date.end)
  const ownEnd = lines[lastLine]!.end
  const from = Math.max(
    own.start,
    date.start - headerReach,
    previous !== undefined && previous.end > own.start ? previous.end : 0,
    section.start + section.heading.length <= date.start && section.start >= own.start
      ? section.start + section.heading.length
      : 0,
  )
  const to = Math.min(ownEnd, date.end + headerReach, next !== undefined && next.start < ownEnd ? next.start : ownEnd)
  const cut = (start: number, end: number) => ({ start, end, text: text.slice(start, end) })
  const empty = { start: date.start, end: date.start, text: '' }
  const neighbour = (index: number, limit: DateSpan | undefined) => {
    const found = lines[index]
    if (found === undefined || found.text.length > 120 || found.start < section.start || found.end > section.end)
      return empty
    if (limit !== undefined && limit.start < found.end && limit.end > found.start) return empty
    if (found.start === section.start && section.heading !== '') return empty
    return { start: found.start, end: found.end, text: found.text }
  }
  const above = nearest(lines, line - 1, -1)
  const below = nearest(lines, lastLine + 1, 1)
  return {
    date,
    line: own.text.length <= 200 ? own.text : text.slice(from, to),
    isLong: own.text.length > 200,
    before: cut(Math.min(from, date.start), date.start),
    after: cut(date.end, Math.max(date.end, to)),
    above: neighbour(above, previous),
    below: neighbour(below, next),
    above2: neighbour(nearest(lines, above - 1, -1), previous),
  }
}

const nearest = (lines: readonly RawLine[], from: number, step: number) => {
  let index = from
  while (index >= 0 && index < lines.length && Math.abs(index - from) < 2 && !/\S/.test(lines[index]!.text))
    index += step
  return index
}

const lineAt = (lines: readonly RawLine[], from: number, offset: number) => {
  let line = from
  while (line < lines.length - 1 && lines[line + 1]!.start < offset) line++
  return line
}

const words = (text: string) => text.match(/\p{L}[\p{L}'-]{0,40}/gu)?.length ?? 0

/** A date inside a sentence tells of an event, not of a job's start and end. */
function isProse(header: HeaderText): boolean {
  const before = header.before.text
  // In running text without line breaks a stretch of months is a header unless a preposition leads to it.
  if (header.isLong && header.date.kind !== 'single' && header.date.precision === 'month')
    return /\b(?:from|in|during|between|for|of|since|by)\s*$/i.test(before) && !hasTitleWord(before.slice(-60))
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('•')) + 1)
  const count = words(sentence)
  if (count === 0) return false
  if (/^\s*[•●▪■*\-–➢✓]\s?\p{L}/u.test(before) && count > 6) return true
  if (count > (hasTitleWord(sentence) && words(header.after.text) <= 6 ? 20 : 12)) return true
  if (/\b(?:from|in|during|between|for|of|since|by|the|with|through|and)\s*$/i.test(sentence)) return count > 4
  if (hasTitleWord(sentence)) return false
  return count > 6 && (words(header.after.text) > 6 || /^[\s)]*\.\s*$/.test(header.after.text))
}

function isWork(candidate: Candidate, sections: readonly Section[], hasWorkSection: boolean): boolean {
  const { date, section, header } = candidate
  if (candidate.isProse) return false
  const own = `${header.before.text} ${header.after.text}`
  const near = header.isLong ? `${header.before.text.slice(-50)} ${header.after.text.slice(0, 40)}` : header.line
  if (date.kind === 'single') return section.kind === 'experience' && isSingleHeader(candidate)
  if (isStudyLine(near) && !hasTitleWord(near)) return false
  switch (section.kind) {
    case 'experience':
      return true
    case 'education':
      return (
        !hasWorkSection &&
        candidate.hasTitle &&
        ![near, header.above.text, header.below.text].some((line) => isStudyLine(line) || namesSchool(line))
      )
    case 'summary':
      return !namesSchool(near) || hasTitleWord(near)
    default: {
      if (!candidate.hasTitle || isNoWork(section)) return false
      if (namesSchool(near) && !hasTitleWord(own)) return false
      const isAmongWork = followsWork(section, sections)
      if (isSeldomWork(section)) return isAmongWork && date.precision === 'month'
      // A part of a job's description in between ("Key projects"), or jobs told without a section of their own.
      return isAmongWork || !hasWorkSection || date.precision === 'month'
    }
  }
}

/** A lone date heads a job only where its line is short and names a title. */
function isSingleHeader({ header, date }: Candidate): boolean {
  if (header.isLong || words(header.line) > 12 || /[.;]\s*$/.test(header.line) || /^\s*[•●▪*-]/u.test(header.line))
    return false
  if (isStudyLine(header.line) || namesSchool(header.line)) return false
  // "... that would return every summer till 2012"
  if (words(header.before.text) > 3 && /\b(?:till|until|since|by|before|after|in|during)\s*$/i.test(header.before.text))
    return false
  // "Account Executive Aug 2011": a job whose end was left out; it counts for that month alone.
  const endsLine = words(header.after.text) === 0 && words(header.before.text) <= 8 && hasTitleWord(header.before.text)
  if (date.precision === 'month') return endsLine
  return hasTitleWord(header.before.text + header.after.text)
}

/** True when the section stands among the jobs: an experience section comes before it, with only parts of jobs between. */
function followsWork(section: Section, sections: readonly Section[]): boolean {
  for (let k = sections.indexOf(section) - 1; k >= 0; k--) {
    if (sections[k]!.kind === 'experience') return true
    if (sections[k]!.kind === 'education' || isNoWork(sections[k]!)) return false
  }
  return false
}
