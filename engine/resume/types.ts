/** What reading a resume yields. Offsets here are UTF-16 indices of the text passed in, end exclusive. */

export interface Span {
  start: number
  end: number
}

/** A month: `{ year: 2021, month: 3 }`; month 1-12. */
export interface YearMonth {
  year: number
  month: number
}

export type SectionKind =
  | 'summary'
  | 'experience'
  | 'education'
  | 'skills'
  | 'certifications'
  | 'languages'
  | 'projects'
  | 'other'

export interface Section extends Span {
  kind: SectionKind
  heading: string
}

/** One job held. */
export interface Role extends Span {
  title?: string
  employer?: string
  /** First and last month worked, both inclusive; undefined when the text does not say. */
  from?: YearMonth
  to?: YearMonth
  /** "Present", "to date": ended at `as_of`. */
  is_current: boolean
  /** The words that gave the dates. */
  date_span?: Span
  /** Volunteering, internship and the like, where the text says so. */
  employment: 'job' | 'internship' | 'volunteer'
}

export interface Education extends Span {
  /** Ordered: high school < associate < bachelor < master < doctorate; `other` for diplomas without a level. */
  level: 'high_school' | 'associate' | 'bachelor' | 'master' | 'doctorate' | 'other'
  field?: string
  /** The text says that it is still under way or was broken off. */
  is_unfinished: boolean
}

export interface Credential extends Span {
  name: string
}

/** A human language the candidate says to know. */
export interface LanguageSkill extends Span {
  /** English name: `Spanish`. */
  name: string
  /** Ordered; undefined where the text gives no level. */
  level?: 'basic' | 'intermediate' | 'fluent' | 'native'
}

/** "15 years of experience": a claim of the text, not a sum of dates. */
export interface StatedYears {
  years: number
  /** The words of the claim. */
  span: Span
}

/** A sentence, bullet or list line: the unit that is embedded and quoted. */
export interface ResumeLine extends Span {
  text: string
  section: SectionKind
  /** Index into `roles` where the line stands in a role's description. */
  role?: number
}

export interface ParsedResume {
  sections: Section[]
  roles: Role[]
  education: Education[]
  credentials: Credential[]
  lines: ResumeLine[]
  /** Union of all roles' months, overlaps once, in years; null when no role has dates. */
  total_years: number | null
  languages: LanguageSkill[]
  /** The largest claim of years of experience; never mixed into `total_years`. Null when the text makes none. */
  stated_years: StatedYears | null
  /** What could not be read with certainty: codes and plain sentences. */
  warnings: { code: string; message: string }[]
  /** `en`, another ISO 639-1 code, or `und`. */
  language: string
}
