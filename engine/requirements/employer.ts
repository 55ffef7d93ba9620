import { hasTitleWord } from '../resume/title-words.ts'

const NAME = '((?:\\p{Lu}[\\p{L}\\d&.-]{1,24})(?: \\p{Lu}[\\p{L}\\d&.-]{1,24}){0,3})'
/** What only an employer does in a posting: "Acme is a leading ...", "Acme manufactures". */
const introduced = new RegExp(
  `(?:^|(?<=[.!?\\n]\\s?))${NAME}(?:,? (?:Inc|INC|LLC|Ltd|LTD|Corp|CORP|GmbH)\\.?,?)? (?:is (?:one of|proud|committed|headquartered|(?:an?|the) [^.\\n]{0,60}\\b(?:company|firm|provider|leader|manufacturer|agency|start-?up|organi[sz]ation|bank|hospital|retailer|supplier|distributor|non-?profit|group|consultancy|business|corporation|integrator|subsidiary|division|network|institution))\\b|was founded|has (?:been|more|over|grown)|provides|offers|manufactures|specializes|delivers|operates|serves|employs)`,
  'gu',
)
const named = new RegExp(
  `\\b(?:[Jj]oin(?:ing)?|[Aa]bout|[Cc]areer at|[Ww]ork(?:ing)? (?:at|for)|[Ww]ith us at|^At|(?<=[.!?\\n] ?)At) ${NAME}(?=[,.:;!?\\n]|\\s\\p{Ll})`,
  'gmu',
)
const company = new RegExp(`${NAME},? (?:Inc|INC|LLC|L\\.L\\.C|Ltd|LTD|Corp|CORP|Corporation|GmbH)\\b`, 'gu')
/** Capitalised openings that are no names. */
const COMMON =
  /^(?:The|This|That|These|You|Your|We|Our|It|Its|He|She|They|There|Who|What|Why|How|If|As|At|In|On|For|With|Us|A|An|All|Any|Candidates?|Applicants?|Experience|Knowledge|Ability|Education|Position|Role|Job|Team|Location|Salary|Company|Client|Work|Here|Each|Every|Must|Strong|Good|Excellent|Java|Python|SQL|Excel)$/

/** More names than an employer has; the rest would only cost time. */
const MAX_NAMES = 8

/** Names by which a posting calls its employer, as far as it introduces it; empty for most short texts. */
export function employerNames(text: string): string[] {
  const names = new Set<string>()
  for (const pattern of [introduced, named, company])
    for (const match of text.matchAll(pattern)) {
      const name = match[1]!.replace(/[.-]+$/, '')
      if (!COMMON.test(name.split(' ')[0]!) && !hasTitleWord(name)) names.add(name)
    }
  return [...names].slice(0, MAX_NAMES)
}

const literal = (name: string): string => name.replace(/[.&-]/g, '\\$&')

/** True for a sentence whose subject is one of these names ("Acme manufactures thermostats", "Since 2002, Acme has"). */
export const startsWithName = (sentence: string, names: readonly string[]): boolean =>
  names.some(
    (name) =>
      // Behind an opening: "Since 2002, Acme has", "With 50 years of experience, Acme, Inc."
      new RegExp(`, ${literal(name)}(?=[ ,]|$)`).test(sentence) ||
      (sentence.startsWith(name) &&
        /^(?:['\u2019]s\b|(?:,? (?:Inc|INC|LLC|Ltd|LTD|Corp|CORP|Corporation|GmbH)\b\.?)?,? \p{Ll})/u.test(
          sentence.slice(name.length, name.length + 20),
        )),
  )
