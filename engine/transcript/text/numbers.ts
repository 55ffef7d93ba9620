import { NUMBER_WORDS } from '../../text/number-words.ts'

const LARGE: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000 }
const WORDS = new Map(Object.entries({ ...NUMBER_WORDS, ...LARGE }))

/** The value of one number token ("forty-five", "54,000"); undefined where it has none ("double"). */
export function numberValue(text: string): number | undefined {
  const digits = text.replaceAll(',', '')
  if (/^\d{1,12}(?:\.\d{1,6})?$/.test(digits)) return Number(digits)
  let sum = 0
  for (const part of text.split('-')) {
    const value = WORDS.get(part)
    if (value === undefined) return undefined
    sum += value
  }
  return sum
}
