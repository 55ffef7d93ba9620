import type { YearMonth } from '../resume/types.ts'

/** First and last month of a stretch of work, both inclusive, as month numbers (year * 12 + month - 1). */
export interface MonthRange {
  first: number
  last: number
}

/** A month as one number, so that stretches can be compared and subtracted. */
export const monthNumber = ({ year, month }: YearMonth): number => year * 12 + month - 1

/** The month that a month number stands for. */
export const yearMonth = (number: number): YearMonth => ({ year: Math.floor(number / 12), month: (number % 12) + 1 })

/** Months covered by at least one of the ranges; a month in two of them counts once. Ranges that end before they start are left out. */
export function unionMonths(ranges: readonly MonthRange[]): number {
  const sorted = ranges.filter((r) => r.last >= r.first).sort((a, b) => a.first - b.first || a.last - b.last)
  let total = 0
  let covered = Number.NEGATIVE_INFINITY
  for (const { first, last } of sorted) {
    if (last <= covered) continue
    total += last - Math.max(first, covered + 1) + 1
    covered = last
  }
  return total
}

/** Months as years with one decimal. */
export const yearsOfMonths = (months: number): number => Math.round((months / 12) * 10) / 10
