import type { StatedYears } from '../resume/types.ts'
import { NOT_YEARS_OF_WORK, NUMBER_WORD, NUMBER_WORDS } from '../text/number-words.ts'

const amount = `(?:(\\d{1,2}(?:\\.\\d)?)|((?:twenty|thirty|forty)[\\s-])?(${NUMBER_WORD})( and (?:a|one) half)?)`
const claim = new RegExp(
  `(?<![\\p{L}\\p{N}.$-])${amount}\\s{0,3}(?:\\(\\d{1,2}\\)\\s{0,2})?\\+?\\s{0,3}(?:plus\\s{1,2})?(?:\\(?\\+\\)?\\s{0,2})?(years?|yrs?|months)\\b['’]?s?\\s{0,2}`,
  'giu',
)
// What the years must be of: "years of experience", "years in sales", "years managing teams", "years' experience".
const ofWork =
  /^(?:\(?s\)?\s)?(?:of\s|in\s|as\s|working\b|managing\b|with(?:in)?\s|plus\b|experience\b|\p{L}+ing\b|(?:\p{L}+[\s-]){0,5}(?:experience|exp|expertise|background|service)\b)/iu
const skillMonths = /Expe?rience\s{0,2}[-:]\s{0,2}(\d{1,3})\s{0,2}months?\b/gi

/**
 * The largest claim of years of experience in a text ("over 15 years of experience", "Java - Experience - 23 months"),
 * with its words; null when there is none. Claims of more than 50 years are not believed.
 */
export function statedYears(text: string): StatedYears | null {
  let best: StatedYears | null = null
  const offer = (years: number, start: number, end: number) => {
    if (years > 0 && years <= 50 && (best === null || years > best.years)) best = { years, span: { start, end } }
  }
  for (const match of text.matchAll(claim)) {
    const value = amountOf(match)
    const end = match.index + match[0].length
    const rest = text.slice(end, end + 60)
    const before = text.slice(Math.max(0, match.index - 30), match.index)
    const isWork =
      ofWork.test(rest) ||
      /experience\s{0,2}(?:of|:|-)?\s{0,2}(?:over|more than|about|around|approx\.?|nearly|total)?\s{0,2}$/i.test(before)
    if (!isWork || NOT_YEARS_OF_WORK.test(rest)) continue
    const isMonths = match[5]!.toLowerCase().startsWith('month')
    if (isMonths && !/^(?:of\s(?:\p{L}+\s){0,3}|(?:\p{L}+\s){0,3})experience/iu.test(rest)) continue
    const years = isMonths ? Math.round((value / 12) * 10) / 10 : value
    offer(years, match.index, match.index + match[0].trimEnd().length)
  }
  for (const match of text.matchAll(skillMonths))
    offer(Math.round((Number(match[1]) / 12) * 10) / 10, match.index, match.index + match[0].length)
  return best
}

/** The number of a claim: "15", "fifteen", "twenty five", "six and a half". */
function amountOf([, digits, tens, word, half]: RegExpMatchArray): number {
  if (digits !== undefined) return Number(digits)
  return (
    (tens === undefined ? 0 : NUMBER_WORDS[tens.trim().replace('-', '').toLowerCase()]!) +
    NUMBER_WORDS[word!.toLowerCase()]! +
    (half === undefined ? 0 : 0.5)
  )
}
