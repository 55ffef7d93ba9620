/** Share of letters in the rarer case up to which a text says nothing by its capitals. */
const CASELESS = 0.01
const MOSTLY_CAPITALS = 0.9
/** Fewest letters by which that can be told. */
const ENOUGH = 200

/** Degrees and licences that are read by their capitals; none of them is a word in small letters. */
const CAPITALS =
  /\b(?:rn|lpn|lvn|cna|bls|acls|pals|cpr|cpa|cma|cfa|pmp|cissp|cisa|cism|ccna|ccnp|cdl|osha|phr|sphr|mba|bsc|msc|bsn|msn|bba|bca|mca|phd|jd|ged|sql|html|css|aws|gcp|sap|erp|crm|usa|ceo|cfo|cto|cio|hr|qa|seo|ui|ux)\b/g
/** What templates of resumes leave in place of names. */
const PLACEHOLDERS = /\bcompany name\b|\bcity ?, ?state\b/g
const LINKS = /^(?:and|or|of|the|an?|to|with|in|for|on|at|by|from|as|is|was)$/
/** Longest line, in words, that is written like a name: a heading, a title, an employer with its dates. */
const NAME_WORDS = 6
const DATED_WORDS = 18
const DATED = /\b(?:19|20)\d\d\b/

/** Whether a text is written without capitals, or in capitals alone, so that its case tells nothing. */
export function isCaseless(text: string): boolean {
  const upper = (text.match(/\p{Lu}/gu) ?? []).length
  const lower = (text.match(/\p{Ll}/gu) ?? []).length
  if (upper + lower < ENOUGH) return false
  const share = upper / (upper + lower)
  return share <= CASELESS || share >= MOSTLY_CAPITALS
}

/**
 * A caseless text with capitals where an author would set them: at the start of lines and sentences, in short lines
 * (headings, titles, employers) and known abbreviations. Every character keeps its position. Linear.
 */
export function restoreCase(text: string): string {
  return sameLength(text, (c) => c.toLowerCase())
    .split('\n')
    .map((line) => {
      const abbreviated = line
        .replace(CAPITALS, (word) => word.toUpperCase())
        .replace(PLACEHOLDERS, (name) => name.replace(/\b[cns]/g, (c) => c.toUpperCase()))
      const words = abbreviated.trim().split(/\s+/).length
      const isName = words <= NAME_WORDS || (words <= DATED_WORDS && DATED.test(abbreviated))
      return isName && !/[.;]\s*$/.test(abbreviated)
        ? abbreviated.replace(/\p{L}[\p{L}']*/gu, (word) => (LINKS.test(word) ? word : capitalised(word)))
        : abbreviated.replace(/(?:^[^\p{L}\d]{0,8}|[.!?]\s{1,3})\p{Ll}/gu, (found) =>
            sameLength(found, (c) => c.toUpperCase()),
          )
    })
    .join('\n')
}

const capitalised = (word: string): string => sameLength(word[0]!, (c) => c.toUpperCase()) + word.slice(1)

/** Letters whose other case is longer (German sharp s) are left. */
function sameLength(text: string, change: (c: string) => string): string {
  const whole = change(text)
  if (whole.length === text.length) return whole
  return Array.from(text, (c) => (change(c).length === c.length ? change(c) : c)).join('')
}
