import { findCredentials } from '../education/credentials.ts'
import { findEducation } from '../education/degrees.ts'
import { findLanguages } from '../education/languages.ts'
import { findDateSpans } from '../experience/date-spans.ts'
import { totalYears } from '../experience/relevant-years.ts'
import { statedYears } from '../experience/stated-years.ts'
import { detectLanguage } from '../text/language.ts'
import { findRoles } from './roles.ts'
import { findSections, rawLines } from './sections.ts'
import { splitUnits } from './split-lines.ts'
import type { ParsedResume, ResumeLine, Role, Section } from './types.ts'

/**
 * Reads a resume (cleaned text, see `cleanText`) into sections, jobs, education, credentials and quotable lines.
 * `as_of` (YYYY-MM-DD) is when open jobs end. Offsets are UTF-16 indices of `text`. Linear; never throws on text.
 */
export function parseResume(text: string, { as_of }: { as_of: string }): ParsedResume {
  const lines = rawLines(text)
  const sections = findSections(text, lines)
  const dates = findDateSpans(text)
  const found = findRoles(text, lines, sections, dates, readAsOf(as_of))
  const language = detectLanguage(text)
  const units = placeLines(text, splitUnits(text, lines), sections, found.roles)
  const warnings = [...found.warnings]
  if (language !== 'en' && language !== 'und')
    warnings.push({
      code: 'language_not_english',
      message: 'The resume is not written in English; what is not found in it may still be there.',
    })
  return {
    sections,
    roles: found.roles,
    education: findEducation(text, units, dates),
    credentials: findCredentials(text, units),
    languages: findLanguages(text, units),
    lines: units,
    total_years: totalYears(found.roles),
    stated_years: statedYears(text),
    warnings,
    language,
  }
}

function readAsOf(as_of: string) {
  const match = /^(\d{4})-(\d{2})/.exec(as_of)
  if (match === null) throw new RangeError(`as_of must be YYYY-MM-DD, not ${as_of}`)
  return { year: Number(match[1]), month: Number(match[2]) }
}

/** Gives each unit its section and job, and leaves out headings; units, sections and roles are all in text order. */
function placeLines(
  text: string,
  units: readonly { start: number; end: number }[],
  sections: readonly Section[],
  roles: readonly Role[],
): ResumeLine[] {
  let section = 0
  let role = -1
  return units.flatMap(({ start, end }) => {
    while (section < sections.length - 1 && sections[section + 1]!.start <= start) section++
    while (role < roles.length - 1 && roles[role + 1]!.start < end && roles[role + 1]!.start <= start) role++
    const { kind, heading } = sections[section] ?? { kind: 'other' as const, heading: '' }
    if (heading !== '' && heading.length >= end - start && heading.includes(text.slice(start, end))) return []
    const isInRole = role >= 0 && start < roles[role]!.end
    return {
      start,
      end,
      text: text.slice(start, end).replace(/\s+/g, ' '),
      section: kind,
      ...(isInRole ? { role } : {}),
    }
  })
}
