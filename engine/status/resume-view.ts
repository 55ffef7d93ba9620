import { roleMonths } from '../experience/relevant-years.ts'
import { blankIdentity, identityFreeText } from '../integrity/identity-free-text.ts'
import { findPersonalLines } from '../integrity/personal-lines.ts'
import { dot, unitOf, type WordVectors } from '../meaning/word-vectors.ts'
import { stemOf, wordsOf } from '../meaning/words.ts'
import { parseResume } from '../resume/parse-resume.ts'
import type { ParsedResume, ResumeLine, Role, Span } from '../resume/types.ts'
import type { Mention, SkillFinder } from '../skills/types.ts'
import { joinLines } from '../text/join-lines.ts'
import { isCaseless, restoreCase } from '../text/restore-case.ts'
import type { TitleLexicon } from '../titles/types.ts'
import { leadershipShown, softSkillsShown } from './demand-kind.ts'
import { digestResume } from './digest.ts'

/** A line of a resume made ready to be compared. */
export interface ViewLine extends ResumeLine {
  /** What is compared and embedded: the line without names, schools and addresses, shortened. */
  plain: string
  stems: ReadonlySet<string>
  vector: Float32Array | undefined
}

/** Everything about one resume that does not depend on the job description, computed once. */
export interface ResumeView {
  parsed: ParsedResume
  text: string
  lines: ViewLine[]
  /** Mentions of each concept, by concept id, in text order. */
  mentions: ReadonlyMap<string, Mention[]>
  stems: ReadonlySet<string>
  /** Titles of the jobs held, the latest first, and the resume's own headline; each once. */
  titles: string[]
  /** Word vector of each role's title, and years of each role (0 without dates), in the order of `parsed.roles`. */
  roleTitles: (Float32Array | undefined)[]
  roleYears: number[]
  /** Word vector of everything said of each role, in the same order, and of the whole resume. */
  roleTexts: (Float32Array | undefined)[]
  wholeText: Float32Array | undefined
  /** Words of leading people, and of working with others, as shares of what is plenty. */
  leads: number
  softSkills: number
  /** Titles of the longest dated jobs, each once: whether those are relevant decides the years. */
  longestTitles: string[]
  /** The whole resume in some 90 words; see digest.ts. */
  digest: string
}

/** Characters of a line that are embedded: about 60 tokens, so that one long paragraph costs no more than three lines. */
const MAX_LINE = 240

/** Reads a resume for matching; `excluded` spans (manipulation) are blanked out first and so bring no credit. */
export function viewResume(
  cleaned: string,
  excluded: readonly Span[],
  tools: { finder: SkillFinder; words: WordVectors; titles: TitleLexicon; as_of: string },
): ResumeView {
  const caseless = isCaseless(cleaned)
  const joined = caseless ? restoreCase(joinLines(cleaned)) : joinLines(cleaned)
  const text = blank(joined, [
    ...excluded,
    ...findPersonalLines(
      joined,
      (line) => tools.finder.find(line).length > 0,
      (word) => tools.titles.hasWord(word),
    ),
  ])
  const parsed = parseResume(text, { as_of: tools.as_of })
  const mentions = new Map<string, Mention[]>()
  for (const mention of tools.finder.find(blankIdentity(text), { isCaseless: caseless })) {
    const known = mentions.get(mention.concept.id)
    if (known) known.push(mention)
    else mentions.set(mention.concept.id, [mention])
  }
  const named = [...mentions.values()].flat()
  const lines: ViewLine[] = []
  const sums: (Float32Array | undefined)[] = []
  const all = new Set<string>()
  for (const line of parsed.lines) {
    const plain = identityFreeText(line.text).slice(0, MAX_LINE)
    const words = wordsOf(plain)
    const stems = new Set(words.map(stemOf))
    if (stems.size === 0 || !/\p{L}{2}/u.test(plain) || isDenial(line, named)) continue
    for (const stem of stems) all.add(stem)
    const sum = tools.words.sumOf(words)
    lines.push({ ...line, plain, stems, vector: unitOf([sum]) })
    sums.push(sum)
  }
  const held = parsed.roles.flatMap((role) => (role.title ? [identityFreeText(role.title)] : []))
  return {
    parsed,
    text,
    lines,
    mentions,
    stems: all,
    titles: titlesOf(parsed, lines),
    roleTitles: parsed.roles.map((role) =>
      role.title ? tools.words.vectorOf(identityFreeText(role.title)) : undefined,
    ),
    roleYears: parsed.roles.map((role) => {
      const months = roleMonths(role)
      return months ? (months.last - months.first + 1) / 12 : 0
    }),
    roleTexts: parsed.roles.map((_, role) => unitOf(sums.filter((_, i) => lines[i]!.role === role))),
    wholeText: unitOf(sums),
    leads: leadershipShown(text),
    softSkills: softSkillsShown(text),
    longestTitles: longestTitlesOf(parsed),
    digest: digestResume(lines, held, mentions),
  }
}

/** "No experience with Python": a line that names skills only as lacking or wished for says nothing for the person. */
function isDenial(line: Span, mentions: readonly Mention[]): boolean {
  const inside = mentions.filter((m) => m.start >= line.start && m.end <= line.end)
  return inside.length > 0 && inside.every((m) => m.stance === 'lacks' || m.stance === 'wants')
}

/** Spaces in place of the spans, so that every other character keeps its position. */
function blank(text: string, spans: readonly Span[]): string {
  const out: string[] = []
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(at, start)
    out.push(text.slice(at, from), text.slice(from, end).replace(/[^\n]/g, ' '))
    at = end
  }
  return out.join('') + text.slice(at)
}

/** At most this many titles are compared with the job's: the headline and the latest jobs. */
const MAX_TITLES = 3

function titlesOf(parsed: ParsedResume, lines: readonly ViewLine[]): string[] {
  const roles = [...parsed.roles].sort(
    (a, b) => Number(b.is_current) - Number(a.is_current) || (b.to?.year ?? 0) - (a.to?.year ?? 0) || a.start - b.start,
  )
  const headline = lines[0] && isHeadline(lines[0]) ? [lines[0].plain] : []
  const titles = [...headline, ...roles.flatMap((r) => (r.title ? [identityFreeText(r.title)] : []))].filter((t) =>
    /\p{L}{2}/u.test(t),
  )
  const seen = new Set<string>()
  return titles.filter((t) => !seen.has(t.toLowerCase()) && seen.add(t.toLowerCase())).slice(0, MAX_TITLES)
}

/** What stands at the head of a resume, before any section but its summary, is a title unless it is long or a label ("Software:"). */
const isHeadline = ({ section, text, plain }: ViewLine): boolean =>
  (section === 'other' || section === 'summary') && plain.split(' ').length <= 8 && !/:\s*$/.test(text)

/** Titles of dated jobs that are embedded; the sixth-longest job seldom adds a year. */
const MAX_ROLE_TITLES = 6

/** The title of a job as it is compared: without names and addresses; undefined where it says nothing. */
export function plainTitle(role: Role): string | undefined {
  const title = role.title ? identityFreeText(role.title) : ''
  return /\p{L}{2}/u.test(title) ? title : undefined
}

function longestTitlesOf(parsed: ParsedResume): string[] {
  const dated = parsed.roles.flatMap((role) => {
    const months = roleMonths(role)
    const title = plainTitle(role)
    return months && title ? [{ title, months: months.last - months.first, start: role.start }] : []
  })
  dated.sort((a, b) => b.months - a.months || a.start - b.start)
  return [...new Set(dated.map((d) => d.title))].slice(0, MAX_ROLE_TITLES)
}

/** The line in which a UTF-16 position stands. */
export const lineAt = (view: ResumeView, at: number): ViewLine | undefined =>
  view.lines.find((line) => line.start <= at && at < line.end)

/** Cosine of word vectors, 0 where a text has none. */
export const wordSimilarity = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  a && b ? Math.max(0, dot(a, b)) : 0
