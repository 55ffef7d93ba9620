/** English number words up to ninety, with their values. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
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
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

/** Source of a pattern for one of them. */
export const NUMBER_WORD = Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .join('|')

/** What follows "years" when they are not years of work: an age, studies, a contract, a plan. */
export const NOT_YEARS_OF_WORK =
  /^[\s'\u2019-]*(?:of\s)?(?:age|old|older|ago|warranty|college|university|study|studies|school|education|coursework|degree|diploma|program|contract|plan|strategy|roadmap|term|period|assignment|engagement|commitment|project)\b/i
