/** Words as compared here: lowercase letters and digits, ligatures spelled out. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const counts = (items: string[]): Map<string, number> => {
  const map = new Map<string, number>()
  for (const item of items) map.set(item, (map.get(item) ?? 0) + 1)
  return map
}

/** Share of the reference's items that are also in `found`, each counted as often as it stands there; 1 when empty. */
export function recall(reference: string[], found: string[]): number {
  if (reference.length === 0) return 1
  const available = counts(found)
  let hits = 0
  for (const [item, count] of counts(reference)) hits += Math.min(count, available.get(item) ?? 0)
  return hits / reference.length
}

/** Length of the longest common subsequence of words over the length of the reference; 1 when empty. */
export function orderScore(reference: string[], found: string[]): number {
  if (reference.length === 0) return 1
  let previous = new Uint32Array(found.length + 1)
  for (const word of reference) {
    const current = new Uint32Array(found.length + 1)
    for (let j = 1; j <= found.length; j++)
      current[j] = word === found[j - 1] ? previous[j - 1]! + 1 : Math.max(previous[j]!, current[j - 1]!)
    previous = current
  }
  return previous[found.length]! / reference.length
}

/** Neighbouring words as pairs. */
export const pairs = (words: string[]): string[] => words.slice(1).map((word, index) => `${words[index]} ${word}`)
