const pronouns = /\b(?:he|she|him|her|his|hers|himself|herself)\b/giu
const honorifics = /\b(?:Mr|Mrs|Ms|Miss|Mx|Sir|Madam)\.?(?=\s)/gu
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu
const url =
  /(?:https?:\/\/|www\.)[^\s<>()]{1,300}|\b(?:linkedin\.com|github\.com|gitlab\.com|twitter\.com|facebook\.com)\/[^\s<>()]{1,200}/giu
const phone = /(?<![\w])(?:\+?\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)|\d{2,4})[\s.-]\d{3,4}[\s.-]?\d{3,4}(?![\w])/gu
const birth =
  /\b(?:date of birth|d\.?o\.?b\.?|born(?: on| in)?|age|geburtsdatum|geboren(?: am)?|né(?:e)? le|fecha de nacimiento|nationality|citizenship|marital status|gender|sex|religion|race|ethnicity|father'?s name|mother'?s name|passport(?: no\.?| number)?)\s{0,3}[:\-–]?\s{0,3}[^\n,;|]{1,40}/giu
const aged = /\b\d{2}[\s-]years?[\s-]old\b|\b(?:aged|age)\s{0,2}\d{2}\b/giu
const school =
  /(?:\p{Lu}[\p{L}.&'-]{0,30}\s){0,6}(?:University|College|Institute|Academy|School|Polytechnic|Universität|Hochschule|Université|Universidad|Università|Universidade|Vidyalaya)(?:\s(?:of|at|for|de|di|in)(?:\s(?:the\s)?\p{Lu}[\p{L}.&'-]{0,30}){1,5})?(?:,?\s(?:at\s)?\p{Lu}[\p{L}'-]{1,30}(?=\s*(?:$|\n)))?/gu
const street =
  /\b\d{1,5}\s(?:\p{Lu}[\p{L}.'-]{0,20}\s){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Circle|Terrace|Parkway|Pkwy)\b\.?(?:,?\s(?:Apt|Unit|Suite|#)\.?\s?\w{1,6})?/gu
const postcode = /\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/gu
const greeting =
  /^\s{0,4}(?:\p{Lu}\p{Ll}{1,20}|\p{Lu}\.)(?:\s(?:\p{Lu}\p{Ll}{1,20}|\p{Lu}\.?|(?:de|van|von|da|del|bin|al))){1,3}\s{0,4}$/u

/**
 * A line without what says who the person is: names of schools, addresses, phone numbers, e-mail, links, pronouns,
 * honorifics, birth and age. It is what gets embedded and compared, so that none of these can move a score; degree,
 * field, dates and work stay. The result is no longer a quote.
 */
export function identityFreeText(line: string): string {
  return line
    .replace(email, ' ')
    .replace(url, ' ')
    .replace(birth, ' ')
    .replace(aged, ' ')
    .replace(street, ' ')
    .replace(postcode, ' ')
    .replace(phone, ' ')
    .replace(school, 'university')
    .replace(honorifics, ' ')
    .replace(pronouns, 'they')
    .replace(/\s+/g, ' ')
    .trim()
}

/** True for a line that is only a person's name, as at the head of a resume: two to four capitalised words. */
export const looksLikeName = (line: string): boolean => greeting.test(line)
