import { STARTERS } from './glue.ts'

/** What a part of a job description is about: what is asked, what would be welcome, the work itself, or neither. */
export type Zone = 'must' | 'nice' | 'duty' | 'intro' | 'boilerplate'

/** Headings that stand alone in meaning, so that they count even where the line breaks were lost. Longest first. */
const PHRASES: readonly [Zone, readonly string[]][] = [
  [
    'must',
    [
      'minimum required skills',
      'minimum qualifications',
      'minimum requirements',
      'basic qualifications',
      'required qualifications',
      'required skills and experience',
      'required skills',
      'required experience',
      'required technical skills',
      'necessary skills and experience',
      'necessary skills & experience',
      'necessary skills',
      'key skills required',
      'key skills',
      'key requirements',
      'job requirements',
      'position requirements',
      'role requirements',
      'technical requirements',
      'mandatory skills',
      'must haves',
      'must-haves',
      'must have',
      'you must have',
      'what you need for this position',
      'what you need for this role',
      'what you need',
      "what you'll need",
      'what you will need',
      'what you bring',
      "what you'll bring",
      'what you will bring',
      "what we're looking for",
      'what we are looking for',
      'what we need',
      'what we want',
      'we need',
      'who you are',
      'who we are looking for',
      'you bring',
      'you have',
      "you'll have",
      'you will have',
      'you should have',
      'your profile',
      'your skills',
      'about you',
      'candidate profile',
      'ideal candidate',
      'desired candidate profile',
      'skills and qualifications',
      'skills & qualifications',
      'skills and experience',
      'skills & experience',
      'experience and skills',
      'experience/skills',
      'skills/experience',
      'qualifications and skills',
      'education and experience',
      'education/experience',
      'essential criteria',
      'essential skills',
      'person specification',
      'knowledge, skills and abilities',
      'skills required',
      'technical skills',
      'qualifications',
      'requirements',
    ],
  ],
  [
    'nice',
    [
      'preferred qualifications',
      'preferred skills',
      'preferred experience',
      'education and certifications preferred',
      'desired skills',
      'desired traits',
      'desired qualifications',
      'desired experience',
      'desirable criteria',
      'desirable skills',
      'additional qualifications',
      'nice to haves',
      'nice-to-haves',
      'nice to have',
      'nice-to-have',
      'good to have',
      'great to have',
      'bonus points',
      'bonus skills',
      'a plus would be',
      'would be a plus',
      'would be great',
      'extra points',
      'pluses',
      'advantageous',
    ],
  ],
  [
    'duty',
    [
      'what you will be doing',
      "what you'll be doing",
      'what you will do',
      "what you'll do",
      'essential duties and responsibilities',
      'duties and responsibilities',
      'roles and responsibilities',
      'role and responsibilities',
      'roles & responsibilities',
      'role responsibilities',
      'key responsibilities',
      'job responsibilities',
      'primary responsibilities',
      'your responsibilities',
      'responsibilities include',
      'job duties',
      'essential functions',
      'essential duties',
      'your day',
      'your tasks',
      'day to day',
      'day-to-day',
      'the role',
      'your role',
      'position description',
      'position summary',
      'position overview',
      'job summary',
      'job description',
      'role overview',
      'responsibilities',
      'in this role you will',
      'you will be responsible for',
    ],
  ],
  [
    'boilerplate',
    [
      "what's in it for you",
      'what is in it for you',
      'what we offer',
      'we offer',
      "what you'll get",
      'top reasons to work with us',
      'why work with us',
      'why join us',
      'why us',
      'perks and benefits',
      'benefits and perks',
      'company benefits',
      'about the company',
      'about our company',
      'about us',
      'about the team',
      'company overview',
      'who we are',
      'our company',
      'our commitment',
      'equal opportunity',
      'equal employment opportunity',
      'eeo statement',
      'your right to work',
      'how to apply',
      'to apply',
      'additional information',
      'compensation and benefits',
      'salary and benefits',
    ],
  ],
]

const ASKED =
  'skill?s?|skill sets?|qualifications?|experiences?|requirements?|knowledge|abilities|competenc(?:y|ies)|attributes|traits|education|certifications?|background|expertise|credentials|criteria'
const OF_ASKED =
  'minimum|basic|required|key|mandatory|necessary|essential|core|technical|professional|general|job|position|role|candidate|work|specific|special|critical|primary|relevant|educational|academic|business|other'
const WISHED = 'preferred|desired|desirable|optional|bonus|additional|added|nice[ -]to[ -]have'
const DONE = 'duties|responsibilities|functions|tasks|accountabilities'
const OF_DONE = 'major|essential|key|primary|principal|general|main|core|job|position|role|specific|typical|daily|work'
const AND = ',? ?(?:and|&|/|,) ?'
/** Headings put together from such words: "Required Experience and Skills", "MAJOR DUTIES AND FUNCTIONS", "Job qualifications include". */
const composed: readonly [Zone, RegExp][] = [
  [
    'must',
    new RegExp(
      `(?:(?:(?:${OF_ASKED}|${WISHED}) ){1,4}(?:${ASKED})|(?:${ASKED})(?=${AND}(?:${ASKED})))(?:${AND}(?:(?:${OF_ASKED}|${WISHED}) ){0,2}(?:${ASKED})){0,4}(?: (?:required|needed|preferred|desired))?(?: (?:to )?includ(?:es?|ing))?`,
      'gi',
    ),
  ],
  [
    'duty',
    new RegExp(`(?:(?:${OF_DONE}) ){1,3}(?:${DONE})(?:${AND}(?:${DONE})){0,3}(?: (?:to )?includ(?:es?|ing))?`, 'gi'),
  ],
]
const wished = new RegExp(`\\b(?:${WISHED})\\b`, 'i')

/** One word is a heading only before a colon or alone on its line. */
const WORDS: Readonly<Record<string, Zone>> = {
  skills: 'must',
  experience: 'must',
  education: 'must',
  required: 'must',
  must: 'must',
  need: 'must',
  essential: 'must',
  requires: 'must',
  needed: 'must',
  qualification: 'must',
  requirement: 'must',
  certifications: 'must',
  preferred: 'nice',
  desired: 'nice',
  desirable: 'nice',
  bonus: 'nice',
  nice: 'nice',
  pluses: 'nice',
  plus: 'nice',
  optional: 'nice',
  duties: 'duty',
  tasks: 'duty',
  role: 'duty',
  overview: 'intro',
  summary: 'intro',
  description: 'duty',
  benefits: 'boilerplate',
  perks: 'boilerplate',
  compensation: 'boilerplate',
  salary: 'boilerplate',
  location: 'boilerplate',
  company: 'boilerplate',
  keywords: 'boilerplate',
  environment: 'must',
}

const zoneByPhrase = new Map(PHRASES.flatMap(([zone, phrases]) => phrases.map((p) => [p, zone] as const)))
const escaped = [...zoneByPhrase.keys()]
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map((p) => p.replace(/[/&'-]/g, (c) => (c === "'" ? "['\u2019]" : `\\${c}`)))
const phrasePattern = new RegExp(`(?:${escaped.join('|')})`, 'gi')
const lineWord = new RegExp(
  `(?:^|\\n)[^\\p{L}\\n]{0,6}(${Object.keys(WORDS).join('|')})[ \\t]{0,4}(?=:|\\r?\\n|$)`,
  'giu',
)
const colonWord = new RegExp(
  `(?<=[\\s.;*=)-])(${Object.keys(WORDS)
    .map((w) => `${w[0]!.toUpperCase()}${w.slice(1)}|${w.toUpperCase()}`)
    .join('|')})[ \\t]{0,4}(?=:)`,
  'g',
)
/** "About Acme:" and "About Acme" alone on its line. */
const aboutCompany = /(?:^|(?<=[\s.]))About (?:[\p{Lu}\d][\p{L}\d.&]*(?: [\p{Lu}\d][\p{L}\d.&]*){0,3}) ?(?=:|\n)/gu

export interface Heading {
  start: number
  end: number
  zone: Zone
}

const isWordCharacter = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}]/u.test(c)

/** The headings of a job description in text order; positions are UTF-16 indices. Works with and without line breaks. */
export function findHeadings(text: string): Heading[] {
  const found: Heading[] = []
  const offer = (start: number, end: number, zone: Zone | undefined): void => {
    if (zone && standsAsHeading(text, start, end)) found.push({ start, end: skipPunctuation(text, end), zone })
  }
  for (const match of text.matchAll(phrasePattern))
    offer(
      match.index,
      match.index + match[0].length,
      zoneByPhrase.get(match[0].toLowerCase().replaceAll('\u2019', "'")),
    )
  for (const [zone, pattern] of composed)
    for (const match of text.matchAll(pattern))
      offer(match.index, match.index + match[0].length, zone === 'must' && wished.test(match[0]) ? 'nice' : zone)
  for (const pattern of [lineWord, colonWord])
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[0].lastIndexOf(match[1]!)
      const end = skipPunctuation(text, start + match[1]!.length)
      found.push({ start, end, zone: WORDS[match[1]!.toLowerCase()]! })
    }
  for (const match of text.matchAll(aboutCompany))
    found.push({ start: match.index, end: skipPunctuation(text, match.index + match[0].length), zone: 'boilerplate' })
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const headings = found.filter((heading, i) => i === 0 || heading.start >= found[i - 1]!.end)
  // Where nothing is headed as required, what is headed as desired is what is asked.
  if (headings.some((h) => h.zone === 'must')) return headings
  return headings.map((h) => (/^desired/i.test(text.slice(h.start, h.end)) ? { ...h, zone: 'must' as const } : h))
}

const opening = new RegExp(`^ {1,3}(?:(?:${STARTERS}|A|An|At|In|To)\\b|\\d{1,2}\\+? (?:years|yrs))`)

/** Whether a phrase is written as a heading: before a colon, alone on its line, or capitalised before a capital. */
function standsAsHeading(text: string, start: number, end: number): boolean {
  const phrase = text.slice(start, end)
  const before = text[start - 1]
  const after = text.slice(end, end + 4)
  const isUpper = /^\p{Lu}/u.test(phrase)
  const isLineStart = /(?:^|\n)[^\p{L}\n]{0,6}$/u.test(text.slice(Math.max(0, start - 8), start))
  const endsAsHeading = /^ {0,3}(?:[:\n\u2013\u2014-]|$)/.test(after)
  // "QUALIFICATIONS5 years" and "What we need:5+": glued text keeps only the capital letter as a sign.
  const isGlued =
    isUpper && !endsAsHeading && /^(?:[\p{Lu}\d]| ?[*\u2022\u00b7\u25aa\u25cf\u25e6\u2023\uf0b7-] ?)/u.test(after)
  const isInside =
    isWordCharacter(before) && !(/^\p{Lu}\p{Ll}/u.test(phrase) || (isUpper && /[\p{Ll}\d)]/u.test(before!)))
  const isSpoken =
    !isLineStart &&
    /\b(?:an?|is|are|the|our|and|of|these|all|no)\s{1,2}$/i.test(text.slice(Math.max(0, start - 8), start))
  if (isInside || isSpoken || /^\p{Ll}/u.test(after)) return false
  // "... of care. Qualifications The nurse is", "ESSENTIAL JOB FUNCTIONS Demonstrate": only a new sentence or capitals tell.
  const isSentenceStart = /(?:^|[.!?:;*\n]\s{0,3}|\s{2})$/.test(text.slice(Math.max(0, start - 5), start))
  const isCapitals = /\p{Lu}{4}/u.test(phrase) && phrase === phrase.toUpperCase()
  const rest = text.slice(end, end + 20)
  if (isCapitals && isSentenceStart && /^ {1,3}\p{Lu}\p{Ll}/u.test(rest)) return true
  if (isUpper && isSentenceStart && opening.test(rest)) return true
  return (endsAsHeading && (isUpper || isLineStart || /^ {0,3}:/.test(after))) || isGlued
}

const skipPunctuation = (text: string, from: number): number => {
  let at = from
  while (at < text.length && at < from + 6 && /[ :\t]/.test(text[at]!)) at++
  return at
}

/** The zone that an unknown short heading line suggests, or undefined. */
export function guessZone(line: string): Zone | undefined {
  if (/prefer|nice|plus\b|bonus|desir|advantage|good to have|asset/i.test(line)) return 'nice'
  if (
    /requir|qualif|skill|must|need|looking for|like to see|bring|you have|candidate|profile|criteria|competenc/i.test(
      line,
    )
  )
    return 'must'
  if (/responsib|dut(?:y|ies)|what you|you will|day[ -]to|the role|key tasks|functions/i.test(line)) return 'duty'
  if (/benefit|offer|perk|about|why|compensation|salary|apply|equal|location|culture/i.test(line)) return 'boilerplate'
  return undefined
}
