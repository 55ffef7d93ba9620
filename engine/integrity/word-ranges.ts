/** A stretch of words by their indices, both ends included. */
export interface WordRange {
  first: number
  last: number
}

/** Overlapping or touching ranges as one, in text order, and those with at most `gap` other words between. */
export function mergeRanges(ranges: readonly WordRange[], gap = 0): WordRange[] {
  const merged: WordRange[] = []
  for (const range of [...ranges].sort((a, b) => a.first - b.first || a.last - b.last)) {
    const before = merged.at(-1)
    if (before !== undefined && range.first <= before.last + 1 + gap) before.last = Math.max(before.last, range.last)
    else merged.push({ ...range })
  }
  return merged
}
