import { headingKind } from '../resume/headings.ts'
import { hasTitleWord } from '../resume/title-words.ts'

const pronouns = /\b(?:he|she|him|her|his|hers|himself|herself)\b/giu
const honorifics = /\b(?:Mr|Mrs|Ms|Miss|Mx|Sir|Madam)\.?(?=\s)/gu
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu
const url =
  /(?:https?:\/\/|www\.)[^\s<>()]{1,300}|\b(?:linkedin\.com|github\.com|gitlab\.com|twitter\.com|facebook\.com)\/[^\s<>()]{1,200}/giu
const phone = /(?<![\w])(?:\+?\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)|\d{2,4})[\s.-]\d{3,4}[\s.-]?\d{3,4}(?![\w])/gu
const birth =
  /\b(?:date of birth|d\.?o\.?b\.?|born(?: on| in)?|age|geburtsdatum|geboren(?: am)?|né(?:e)? le|fecha de nacimiento|nationality|citizenship|marital status|gender|sex|religion|race|ethnicity|father'?s name|mother'?s name|passport(?: no\.?| number)?)\s{0,3}[:\-–]\s{0,3}[^\n,;|]{1,40}/giu
const aged =
  /\b\d{2}[\s-]years?[\s-]old\b|\b(?:aged|age)\s{0,2}\d{2}\b|\bborn(?: on| in)?\s(?:\w{1,12}[\s,]{1,2}){0,3}(?:19|20)\d\d\b/giu
const schoolWord =
  '(?:University|College|Institute|Academy|School|Polytechnic|Universität|Hochschule|Université|Universidad|Università|Universidade|Vidyalaya)'
const school = new RegExp(
  `(?:\\p{Lu}[\\p{L}.&'-]{0,30}\\s){0,6}${schoolWord}(?:\\s(?:of|at|for|de|di|in)(?:\\s(?:the\\s)?\\p{Lu}[\\p{L}.&'-]{0,30}){1,5})?(?:,\\s\\p{Lu}[\\p{L}'-]{1,30}(?=\\s*(?:$|\\n)))?`,
  'gu',
)
const anySchool = new RegExp(schoolWord)
const street =
  /\b\d{1,5}\s(?:\p{Lu}[\p{L}.'-]{0,20}\s){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Circle|Terrace|Parkway|Pkwy)\b\.?(?:,?\s(?:Apt|Unit|Suite|#)\.?\s?\w{1,6})?/gu
const postcode = /\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/gu
/** Each pattern with a cheap sign of it: most lines have none. */
const contact: readonly (readonly [sign: RegExp, pattern: RegExp])[] = [
  [/@/, email],
  [/:\/\/|www\.|\.com\//i, url],
  [/[:\-–]/, birth],
  [/\d/, aged],
  [/\d/, street],
  [/\d/, postcode],
  [/\d/, phone],
]

/**
 * A line without what says who the person is: names of schools, addresses, phone numbers, e-mail, links, pronouns,
 * honorifics, birth and age. It is what gets embedded and compared, so that none of these can move a score; degree,
 * field, dates and work stay. The result is no longer a quote.
 */
export function identityFreeText(line: string): string {
  let text = line
  for (const [sign, pattern] of contact) if (sign.test(text)) text = text.replace(pattern, ' ')
  if (anySchool.test(text)) text = text.replace(school, (found) => withoutSchool(found, () => 'university'))
  return text.replace(honorifics, ' ').replace(pronouns, 'they').replace(/\s+/g, ' ').trim()
}

const kindOfSchool = new RegExp(
  `^(?:(?:High|Middle|Elementary|Primary|Secondary|Public|Nursery|Junior|Senior|Summer|Law|Business|Medical|Graduate|Nursing|Driving|Charter|Private|Technical|Trade|Community|State)\\s){0,4}${schoolWord}$`,
  'u',
)

/** A match of `school` with the name replaced: a title before it stays ("Teacher Lincoln School"), a kind of school is no name ("High School"). */
function withoutSchool(found: string, replace: (name: string) => string): string {
  if (kindOfSchool.test(found)) return found
  let at = 0
  for (const match of found.matchAll(/\S+\s/g)) if (hasTitleWord(match[0])) at = match.index + match[0].length
  const name = found.slice(at)
  return found.slice(0, at) + (kindOfSchool.test(name) ? name : replace(name))
}

/**
 * A whole text with the same things, and the name at its head, blanked out by spaces: offsets stay as they were, so
 * that skills can be looked for in it ("Ruby Parker", "ruby@example.com", "Spring College" name no skill).
 */
export function blankIdentity(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ')
  let masked = text
  for (const [sign, pattern] of contact) if (sign.test(masked)) masked = masked.replace(pattern, blank)
  masked = masked.replace(school, (found) => withoutSchool(found, blank))
  const name = nameAtHead(text)
  if (name === undefined) return masked
  // The full name again, as in the footer of each page.
  return masked.split(name).join(blank(name))
}

/** The name on the first line of a resume, or on the line after "Resume" or "Curriculum vitae". */
function nameAtHead(text: string): string | undefined {
  let start = 0
  for (let line = 0; line < 3; line++) {
    const end = text.indexOf('\n', start)
    const found = text.slice(start, end < 0 ? Math.min(text.length, start + 80) : end).trim()
    if (looksLikeName(found)) return found
    if (end < 0 || (found !== '' && !/^(?:resume|résumé|curriculum vitae|cv|lebenslauf)\b/i.test(found)))
      return undefined
    start = end + 1
  }
  return undefined
}

const word = "(?:\\p{Lu}[\\p{Ll}'’-]{1,20}(?:\\p{Lu}\\p{Ll}{1,20})?\\.?|\\p{Lu}['’-]?\\p{Lu}{1,20}|\\p{Lu}\\.?)"
const name = new RegExp(
  `^(?:(?:Mr|Mrs|Ms|Dr|Prof)\\.?\\s)?${word}(?:\\s(?:${word}|de|van|von|der|da|del|dos|bin|al|la)){1,4}$`,
  'u',
)
const letters = /(?:,?\s(?:Jr|Sr|II|III|PhD|Ph\.D\.|MD|RN|BSN|MSN|CPA|MBA|PMP|PE|Esq)\.?){1,3}$/
// Words of headlines that no list of titles holds ("Business Development", "Customer Service").
const headline =
  /(?<!\p{L})(?:and|of|for|the|services?|development|management|business|sales|technology|support|information|customer|program|group|health|healthcare|administration|construction|accounts?|accounting|hr|it|media|marketing|finance|engineering|design|data|software|consulting|certified|senior|junior|licensed|resources|security|work|education|experience|digital|products?|quality|operations|manufacturing|student|retail|public|relations|arts?|nursing|banking|curriculum|vitae|resume|company|city|state)(?!\p{L})/iu

/** True for a line that is only a person's name, as at the head of a resume: two to five capitalised words, no title, no heading. */
export const looksLikeName = (line: string): boolean => {
  if (line.length > 80) return false
  const text = line.trim().replace(letters, '')
  return name.test(text) && !headline.test(text) && !hasTitleWord(text) && headingKind(text) === undefined
}
