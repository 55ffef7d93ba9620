/** Ranks from 1, ties sharing their mean rank. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value)
  const out = new Array<number>(values.length)
  for (let i = 0; i < order.length; ) {
    let j = i
    while (j < order.length && order[j]!.value === order[i]!.value) j++
    for (let k = i; k < j; k++) out[order[k]!.at] = (i + j + 1) / 2
    i = j
  }
  return out
}

export function pearson(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)]
  let [top, da, db] = [0, 0, 0]
  for (const [i, x] of a.entries()) {
    top += (x - ma) * (b[i]! - mb)
    da += (x - ma) ** 2
    db += (b[i]! - mb) ** 2
  }
  return da > 0 && db > 0 ? top / Math.sqrt(da * db) : 0
}

/** Spearman's rank correlation, ties by mean rank; 0 where one side is constant. */
export const spearman = (a: readonly number[], b: readonly number[]): number => pearson(ranks(a), ranks(b))

/** Normalised discounted cumulative gain of the first five, gains as given (0 or more). */
export function ndcg5(scores: readonly number[], gains: readonly number[]): number {
  const dcg = (order: readonly number[]): number =>
    order.slice(0, 5).reduce((sum, i, rank) => sum + gains[i]! / Math.log2(rank + 2), 0)
  const by = (key: readonly number[]): number[] => key.map((_, i) => i).sort((x, y) => key[y]! - key[x]! || x - y)
  const best = dcg(by(gains))
  return best > 0 ? dcg(by(scores)) / best : 0
}

/** Share of pairs with different grades that the scores put in the same order; a tie of scores counts half. */
export function pairwise(scores: readonly number[], grades: readonly number[]): number {
  let [right, all] = [0, 0]
  for (let i = 0; i < grades.length; i++)
    for (let j = i + 1; j < grades.length; j++) {
      const wanted = Math.sign(grades[i]! - grades[j]!)
      if (wanted === 0) continue
      const got = Math.sign(scores[i]! - scores[j]!)
      all++
      right += got === wanted ? 1 : got === 0 ? 0.5 : 0
    }
  return all > 0 ? right / all : 0
}

export const mean = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : 0

/** Partial correlation of `a` with `b` once `c` is held constant, on ranks. */
export function partialSpearman(a: readonly number[], b: readonly number[], c: readonly number[]): number {
  const [ab, ac, bc] = [spearman(a, b), spearman(a, c), spearman(b, c)]
  return (ab - ac * bc) / Math.sqrt(Math.max(1e-9, (1 - ac * ac) * (1 - bc * bc)))
}
