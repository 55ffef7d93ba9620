import type { Education } from '../resume/types.ts'

/** A degree whose short name says its subject, as written on resumes and in job descriptions. */
export interface ShortDegree {
  pattern: RegExp
  level: Education['level']
  field: string
}

const short = (names: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}.])(?:${names})(?![\\p{L}\\p{N}])`, 'u')

/** Short names by subject, capitals only; those that are words or places as well ("MD", "JD") are read elsewhere. */
export const SHORT_DEGREES: readonly ShortDegree[] = [
  { pattern: short('Ed\\.?D\\.?'), level: 'doctorate', field: 'Education' },
  { pattern: short('M\\.?Ed\\.?|Ed\\.?S\\.?'), level: 'master', field: 'Education' },
  { pattern: short('B\\.?Ed\\.?|PGCE'), level: 'bachelor', field: 'Education' },
  { pattern: short('D\\.?N\\.?P\\.?'), level: 'doctorate', field: 'Nursing' },
  { pattern: short('M\\.?S\\.?N\\.?'), level: 'master', field: 'Nursing' },
  { pattern: short('B\\.?S\\.?N\\.?|BScN'), level: 'bachelor', field: 'Nursing' },
  { pattern: short('A\\.?D\\.?N\\.?|ASN'), level: 'associate', field: 'Nursing' },
  { pattern: short('M\\.?S\\.?W\\.?'), level: 'master', field: 'Social Work' },
  { pattern: short('B\\.?S\\.?W\\.?'), level: 'bachelor', field: 'Social Work' },
  { pattern: short('M\\.?Arch\\.?'), level: 'master', field: 'Architecture' },
  { pattern: short('B\\.?Arch\\.?'), level: 'bachelor', field: 'Architecture' },
  { pattern: short('J\\.D\\.?|JD(?=,| degree| from)|[Jj]uris [Dd]octor'), level: 'doctorate', field: 'Law' },
  { pattern: short('LL\\.?M\\.?'), level: 'master', field: 'Law' },
  { pattern: short('LL\\.?B\\.?'), level: 'bachelor', field: 'Law' },
  { pattern: short('MBBS|MB ?ChB'), level: 'bachelor', field: 'Medicine' },
  { pattern: short('D\\.?P\\.?T\\.?'), level: 'doctorate', field: 'Physical Therapy' },
  { pattern: short('Pharm\\.?D\\.?'), level: 'doctorate', field: 'Pharmacy' },
  { pattern: short('M\\.?Pharm\\.?'), level: 'master', field: 'Pharmacy' },
  { pattern: short('B\\.?Pharm\\.?'), level: 'bachelor', field: 'Pharmacy' },
  { pattern: short('M\\.?B\\.?A\\.?'), level: 'master', field: 'Business Administration' },
  { pattern: short('B\\.?B\\.?A\\.?|BSBA'), level: 'bachelor', field: 'Business Administration' },
  { pattern: short('M\\.?Com\\.?'), level: 'master', field: 'Commerce, Accounting' },
  { pattern: short('B\\.?Com\\.?'), level: 'bachelor', field: 'Commerce, Accounting' },
  { pattern: short('M\\.?C\\.?A\\.?'), level: 'master', field: 'Computer Applications' },
  { pattern: short('B\\.?C\\.?A\\.?'), level: 'bachelor', field: 'Computer Applications' },
  { pattern: short('M\\.?F\\.?A\\.?'), level: 'master', field: 'Fine Arts' },
  { pattern: short('B\\.?F\\.?A\\.?'), level: 'bachelor', field: 'Fine Arts' },
  { pattern: short('M\\.?P\\.?H\\.?'), level: 'master', field: 'Public Health' },
  { pattern: short('M\\.?P\\.?A\\.?'), level: 'master', field: 'Public Administration' },
  { pattern: short('M\\.?L\\.?I\\.?S\\.?'), level: 'master', field: 'Library Science' },
  { pattern: short('M\\.?Div\\.?'), level: 'master', field: 'Divinity' },
  { pattern: short('BSCS'), level: 'bachelor', field: 'Computer Science' },
  { pattern: short('BSEE'), level: 'bachelor', field: 'Electrical Engineering' },
  { pattern: short('BSME'), level: 'bachelor', field: 'Mechanical Engineering' },
  { pattern: short('BSCE'), level: 'bachelor', field: 'Civil Engineering' },
]

/** The first short degree of the table that a text names, or undefined. */
export const findShortDegree = (text: string): ShortDegree | undefined =>
  SHORT_DEGREES.find(({ pattern }) => pattern.test(text))

/** The subject that a degree's own name says, short or "Bachelor of Education"; lower case. */
export function subjectsOfDegree(text: string): string[] {
  const named = [...text.matchAll(/\b(?:bachelor|master|doctor|associate)(?:['\u2019]?s)? of ([\p{L}]+)/giu)].map((m) =>
    m[1]!.toLowerCase(),
  )
  const subjects = named.filter(
    (subject) => !/^(?:science|arts|applied|philosophy|general|occupational)$/.test(subject),
  )
  const short = SHORT_DEGREES.filter(({ pattern }) => pattern.test(text)).map(({ field }) => field.toLowerCase())
  return [...subjects, ...short]
}
