const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
}
const number = `(\\d{1,2}(?:\\.\\d)?|${Object.keys(NUMBER_WORDS).join('|')})`
const pattern = new RegExp(
  `\\b${number}(?: ?\\(\\d{1,2}\\))? ?\\+? ?(?:(?:-|\u2013|to|or) ?(\\d{1,2})? ?\\+?)? ?(?:more )?(?:full )?(year|yr|month|mo\\b)s?(?:['\u2019])?`,
  'i',
)

export interface YearsAsked {
  years: number
  start: number
  end: number
}

/** The least number of years that a clause asks for ("5+ years", "3-6 months", "two years"); months become fractions. */
export function findYears(clause: string): YearsAsked | undefined {
  const match = pattern.exec(clause)
  if (!match) return undefined
  const value = NUMBER_WORDS[match[1]!.toLowerCase()] ?? Number(match[1])
  const years = /^m/i.test(match[3]!) ? Math.round((value / 12) * 100) / 100 : value
  if (years <= 0 || years > 40) return undefined
  return { years, start: match.index, end: match.index + match[0].length }
}
