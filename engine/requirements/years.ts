import { NOT_YEARS_OF_WORK, NUMBER_WORD, NUMBER_WORDS } from '../text/number-words.ts'

const number = `(\\d{1,2}(?:\\.\\d)?|${NUMBER_WORD})`
const pattern = new RegExp(
  `\\b${number}(?: ?\\(\\d{1,2}\\))? ?\\+? ?(?:(?:-|\u2013|to|or) ?(\\d{1,2}|${NUMBER_WORD})? ?\\+?)? ?(?:more )?(?:full )?-?(year|yr|month|mo\\b)s?(?:['\u2019])?`,
  'gi',
)
/** "3+ years in a contact centre, at least 1 as team leader": the second amount leaves its unit out. */
const elliptic = new RegExp(
  `^(?:and |with |of which )?(?:at least|a minimum of|minimum(?: of)?|including(?: at least)?) ${number} ?\\+?(?= (?:of (?:them|those|which) )?(?:as|in|managing|leading|supervising|running|working)\\b)`,
  'i',
)
const duration = /\b(?:duration|contract|term|length|assignment)\s*[:-]?\s*(?:of |is )?$/i

export interface YearsAsked {
  years: number
  start: number
  end: number
}

/**
 * The least number of years of work that a clause asks for ("5+ years", "3-6 months", "two years"); months become
 * fractions. Ages, lengths of contracts and of studies are none.
 */
export function findYears(clause: string): YearsAsked | undefined {
  for (const match of clause.matchAll(pattern)) {
    const end = match.index + match[0].length
    if (NOT_YEARS_OF_WORK.test(clause.slice(end, end + 30))) continue
    if (duration.test(clause.slice(Math.max(0, match.index - 20), match.index))) continue
    const value = amountOf(match[1]!)
    const years = /^m/i.test(match[3]!) ? Math.round((value / 12) * 100) / 100 : value
    if (years > 0 && years <= 40) return { years, start: match.index, end }
  }
  const match = elliptic.exec(clause)
  return match ? { years: amountOf(match[1]!), start: 0, end: match[0].length } : undefined
}

const amountOf = (text: string): number => NUMBER_WORDS[text.toLowerCase()] ?? Number(text)
