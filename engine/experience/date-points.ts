import type { Token } from './date-tokens.ts'
import { monthNames, seasons } from './date-words.ts'

/** One date as written. Years outside 1940-2060 are taken for other numbers. */
export interface DatePoint {
  /** First token and the one after the last. */
  from: number
  to: number
  /** Month number (year * 12 + month - 1) of its first and last month; of a bare year January and December. */
  first: number
  last: number
  precision: 'month' | 'season' | 'year'
  /** A two-digit year that could as well be a day or a count: believed only where the other end looks alike. */
  isShort: boolean
  /** A month without a year ("May - Aug 2010"): first and last hold the month only, 0-11. */
  isYearless: boolean
  /** Written YYYY-MM, which may also mean two years ("2010-12"). */
  isIsoMonth?: boolean
}

const isSign = (token: Token | undefined, signs: string) =>
  token !== undefined && token.kind === 'sign' && signs.includes(token.value)
const isTouching = (a: Token | undefined, b: Token | undefined) =>
  a !== undefined && b !== undefined && a.end === b.start
const numberOf = (token: Token | undefined, digits: number) =>
  token !== undefined && token.kind === 'number' && token.value.length === digits ? Number(token.value) : undefined
const smallNumber = (token: Token | undefined, max: number) => {
  const value = numberOf(token, 1) ?? numberOf(token, 2)
  return value !== undefined && value >= 1 && value <= max ? value : undefined
}

/** Two digits as a year: 60-99 are 19xx, the rest 20xx. */
const fullYear = (short: number) => (short >= 60 ? 1900 + short : 2000 + short)

const point = (
  from: number,
  to: number,
  year: number,
  month: number | undefined,
  extra: Partial<DatePoint> = {},
): DatePoint => ({
  from,
  to,
  first: year * 12 + (month ?? 1) - 1,
  last: year * 12 + (month ?? 12) - 1,
  precision: month === undefined ? 'year' : 'month',
  isShort: false,
  isYearless: false,
  ...extra,
})

/** Reads the date that starts at token `at`, if one does. */
export function readPoint(tokens: readonly Token[], at: number): DatePoint | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.kind === 'word') return readNamed(tokens, at)
  if (token.kind === 'number') return readNumeric(tokens, at)
  if (isSign(token, "'`´") && isTouching(token, tokens[at + 1])) {
    const short = numberOf(tokens[at + 1], 2)
    const before = tokens[at - 1]
    if (short !== undefined && (before?.kind === 'sign' || !isTouching(before, token)))
      return point(at, at + 2, fullYear(short), undefined, { isShort: true })
  }
  return undefined
}

interface Year {
  year: number
  to: number
  isShort: boolean
}

/** A year at token `at`: four digits, or two after an apostrophe; two bare digits only where `allowBare`. */
function readYear(tokens: readonly Token[], at: number, allowBare: boolean): Year | undefined {
  const token = tokens[at]
  const four = numberOf(token, 4)
  if (four !== undefined) {
    const isPlausible = four >= 1940 && four <= 2060
    return isPlausible ? { year: four, to: at + 1, isShort: false } : undefined
  }
  if (isSign(token, "'`´")) {
    const short = numberOf(tokens[at + 1], 2)
    return short !== undefined && isTouching(token, tokens[at + 1])
      ? { year: fullYear(short), to: at + 2, isShort: false }
      : undefined
  }
  // "01" in "Oct 01/2000" is a day or a month of the next date.
  const isCut = isSign(tokens[at + 1], '/-.') && isTouching(token, tokens[at + 1]) && tokens[at + 2]?.kind === 'number'
  const bare = allowBare && !isCut ? numberOf(token, 2) : undefined
  return bare !== undefined ? { year: fullYear(bare), to: at + 1, isShort: true } : undefined
}

// Abbreviations of months that are everyday English words: believed only with a point, a slash or "de" behind them.
const everyday = new Set(['out', 'set', 'ago', 'mag', 'gen'])
const fillers = new Set(['of', 'de', 'del', 'di', 'the'])

/** "Jan 2015", "January, 2015", "Jan-15", "May 1st, 2015", "enero de 2015", "Summer 2018", "Q1 2019", and a month alone. */
function readNamed(tokens: readonly Token[], at: number): DatePoint | undefined {
  const token = tokens[at]!
  if (token.value === 'q' && isTouching(token, tokens[at + 1])) {
    const quarter = smallNumber(tokens[at + 1], 4)
    if (quarter === undefined) return undefined
    const year = readYear(tokens, skip(tokens, at + 2, ",-/'"), false) ?? readYear(tokens, at + 2, false)
    return year && quarterPoint(at, year.to, year.year, quarter)
  }
  const season = seasons.get(token.value)
  if (season !== undefined) {
    let next = skip(tokens, at + 1, ',')
    if (fillers.has(tokens[next]?.value ?? '')) next++
    const year = readYear(tokens, next, false)
    if (year === undefined) return undefined
    return {
      ...point(at, year.to, year.year, season[0], { precision: 'season' }),
      last: year.year * 12 + season[1] - 1,
    }
  }
  const month = monthNames.get(token.value)
  if (month === undefined) return undefined
  if (everyday.has(token.value) && !isSign(tokens[at + 1], './-') && tokens[at + 1]?.value !== 'de') return undefined
  let next = skip(tokens, at + 1, '.,')
  // "Jan-15", "Jan/2015", "Jan'15": one joining sign, and two digits behind it are a year.
  const isJoined =
    isSign(tokens[next], '-/') &&
    (isTouching(tokens[next], tokens[next + 1]) ||
      (tokens[next + 1] !== undefined && readYear(tokens, next + 1, false) !== undefined))
  if (isJoined) next++
  while (fillers.has(tokens[next]?.value ?? '')) next++
  const day = smallNumber(tokens[next], 31)
  if (day !== undefined) {
    let behind = next + 1
    if (/^(?:st|nd|rd|th)$/.test(tokens[behind]?.value ?? '')) behind++
    behind = skip(tokens, behind, isJoined ? '.,/-' : '.,')
    const year =
      numberOf(tokens[behind], 4) !== undefined && isNear(tokens, next, behind)
        ? readYear(tokens, behind, false)
        : undefined
    if (year !== undefined) return point(at, year.to, year.year, month)
  }
  const year = isNear(tokens, at, next) || isJoined ? readYear(tokens, next, true) : undefined
  if (year !== undefined) return point(at, year.to, year.year, month, { isShort: year.isShort && !isJoined })
  return {
    from: at,
    to: skip(tokens, at + 1, '.'),
    first: month - 1,
    last: month - 1,
    precision: 'month',
    isShort: false,
    isYearless: true,
  }
}

const quarterPoint = (from: number, to: number, year: number, quarter: number): DatePoint => ({
  ...point(from, to, year, quarter * 3 - 2, { precision: 'season' }),
  last: year * 12 + quarter * 3 - 1,
})

/** At most 12 characters of space between two tokens: a date does not reach across columns. */
const isNear = (tokens: readonly Token[], a: number, b: number) =>
  tokens[a] !== undefined && tokens[b] !== undefined && tokens[b].start - tokens[a].end <= 12

const skip = (tokens: readonly Token[], at: number, signs: string) => (isSign(tokens[at], signs) ? at + 1 : at)

/** "03/2017", "2017-03-01", "01.05.2012", "2015", "15 May 2015", "2015 Jan", "1Q19". */
function readNumeric(tokens: readonly Token[], at: number): DatePoint | undefined {
  const token = tokens[at]!
  const [sign, second, sign2, third] = [tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]]
  if (token.value.length === 4) {
    const year = readYear(tokens, at, false)
    if (year === undefined || !isFreeYear(tokens, at)) return undefined
    if (isSign(sign, '-/.') && isTouching(token, sign) && isTouching(sign, second)) {
      const month = smallNumber(second, 12)
      if (month !== undefined && !isTouchingDigitSign(tokens, at + 3)) {
        if (
          isSign(sign2, sign!.value) &&
          isTouching(second, sign2) &&
          isTouching(sign2, third) &&
          smallNumber(third, 31) !== undefined
        )
          return point(at, at + 5, year.year, month)
        return point(at, at + 3, year.year, month, { isIsoMonth: true })
      }
    }
    const next = skip(tokens, at + 1, ',.')
    if (tokens[next]?.value === 'q' && isNear(tokens, at, next)) {
      const quarter = smallNumber(tokens[next + 1], 4)
      if (quarter !== undefined) return quarterPoint(at, next + 2, year.year, quarter)
    }
    const month =
      tokens[next]?.kind === 'word' && isNear(tokens, at, next) ? monthNames.get(tokens[next].value) : undefined
    // "2015 January", but not the month of the next date ("2015 May 2016").
    if (month !== undefined && tokens[next]!.value.length > 2 && readNamed(tokens, next)?.isYearless)
      return point(at, next + 1, year.year, month)
    return point(at, at + 1, year.year, undefined)
  }
  const number = smallNumber(token, 31)
  if (number === undefined) return undefined
  // The decimals of a number ("GPA 3.15").
  if (isSign(tokens[at - 1], '.') && isTouching(tokens[at - 1], token) && tokens[at - 2]?.kind === 'number')
    return undefined
  if (
    isSign(sign, '/.-–') &&
    tokens[at - 1] !== undefined &&
    isTouching(tokens[at - 1], token) &&
    isSign(tokens[at - 1], '/.$€£')
  )
    return undefined
  if (isSign(sign, '/.-') && second?.kind === 'number') {
    const dayFirst = smallNumber(second, 31)
    if (dayFirst !== undefined && isSign(sign2, sign!.value) && isTouching(sign, second) && third?.kind === 'number') {
      const year = readYear(tokens, at + 4, sign!.value !== '.')
      if (year !== undefined) {
        // Written with points or hyphens the day leads; with slashes the month does, unless it cannot.
        const [a, b] = sign!.value === '/' ? [number, dayFirst] : [dayFirst, number]
        const month = a <= 12 ? a : b
        return month <= 12 ? point(at, at + 5, year.year, month) : undefined
      }
    }
    const year =
      number <= 12
        ? readYear(tokens, at + 2, sign!.value === '/' && isTouching(token, sign) && isTouching(sign, second))
        : undefined
    if (year !== undefined && second.start - token.end <= 5 && !continuesNumber(tokens, year.to))
      return point(at, at + 3, year.year, number, { isShort: year.isShort })
  }
  if (isSign(sign, '/') && isSign(second, "'") && number <= 12) {
    const year = readYear(tokens, at + 2, false)
    if (year !== undefined) return point(at, year.to, year.year, number)
  }
  if (number <= 4 && sign?.value === 'q' && isTouching(token, sign)) {
    const year = readYear(tokens, skip(tokens, at + 2, "-/'"), true)
    if (year !== undefined) return quarterPoint(at, year.to, year.year, number)
  }
  let next = at + 1
  if (/^(?:st|nd|rd|th)$/.test(tokens[next]?.value ?? '')) next++
  next = skip(tokens, next, '.-/')
  if (fillers.has(tokens[next]?.value ?? '')) next++
  if (tokens[next]?.kind === 'word' && monthNames.has(tokens[next]!.value) && isNear(tokens, at, next)) {
    const named = readNamed(tokens, next)
    if (named !== undefined && !named.isYearless) return { ...named, from: at }
  }
  return undefined
}

/** True where a number goes on behind a point, as in a version. */
const continuesNumber = (tokens: readonly Token[], at: number) =>
  isSign(tokens[at], '.') &&
  isTouching(tokens[at - 1], tokens[at]) &&
  tokens[at + 1]?.kind === 'number' &&
  isTouching(tokens[at], tokens[at + 1]) &&
  tokens[at + 1]!.value.length === 1

const isTouchingDigitSign = (tokens: readonly Token[], at: number) =>
  tokens[at]?.kind === 'number' && isTouching(tokens[at - 1], tokens[at])

// Years behind these are versions: "Windows Server 2012", "ISO 9001:2015", "Office 2016".
const products = new Set(
  'windows server exchange office sql word excel access outlook project visio sharepoint powerpoint studio dynamics autocad inventor revit solidworks vs nt iso version v release biztalk suite crm nav gp ax room building box suite route highway fy form'.split(
    ' ',
  ),
)

/** False where four digits belong to a price, a phone number, a version or a longer number. */
function isFreeYear(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const token = tokens[at]!
  const after = tokens[at + 1]
  if (before !== undefined && isTouching(before, token)) {
    // The euro sign of a dash read in a wrong encoding ("â€") is no price.
    const isBrokenDash = before.value === '€' && tokens[at - 2]?.value === 'â'
    if (!isBrokenDash && isSign(before, '$€£#@_.,:+*=')) {
      if (!isSign(before, ',.:') || (tokens[at - 2]?.kind === 'number' && isTouching(tokens[at - 2], before)))
        return false
    }
    // "864-472-2019": hyphen after digits that are no year or month.
    if (isSign(before, '-') && isTouching(tokens[at - 2], before)) {
      const left = tokens[at - 2]
      if (left?.kind === 'number' && left.value.length === 3) return false
    }
  }
  if (before?.kind === 'word' && products.has(before.value) && !token.isLineStart) return false
  // "Exchange 2003-2010": the second of two versions.
  if (isSign(before, '/-–') && tokens[at - 2]?.kind === 'number' && products.has(tokens[at - 3]?.value ?? ''))
    return false
  if (isSign(before, '/') && isTouching(before, token) && numberOf(tokens[at - 2], 4) !== undefined) return false
  if (after !== undefined && isTouching(token, after)) {
    if (isSign(after, '/') && numberOf(tokens[at + 2], 4) !== undefined) return false
    if (isSign(after, '%+$')) return false
    if (
      isSign(after, ',.') &&
      tokens[at + 2]?.kind === 'number' &&
      isTouching(after, tokens[at + 2]) &&
      tokens[at + 2]!.value.length === 3
    )
      return false
    if (after.kind === 'word' && /^(?:k|mb|gb|kg|lbs|sq|hrs|px|ad|r)$/.test(after.value)) return false
  }
  return true
}
