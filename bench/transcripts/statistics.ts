/** Ranks with ties sharing their mean. */
function ranks(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value || a.i - b.i)
  const result = new Array<number>(values.length).fill(0)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && order[to + 1]!.value === order[from]!.value) to++
    for (let k = from; k <= to; k++) result[order[k]!.i] = (from + to) / 2
    from = to + 1
  }
  return result
}

/** Spearman's rank correlation with ties; 0 when one side does not vary. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const x = ranks(a)
  const y = ranks(b)
  const mean = (x.length - 1) / 2
  let xy = 0
  let xx = 0
  let yy = 0
  for (let i = 0; i < x.length; i++) {
    xy += (x[i]! - mean) * (y[i]! - mean)
    xx += (x[i]! - mean) ** 2
    yy += (y[i]! - mean) ** 2
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy)
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** A repeatable stream of numbers in [0, 1) (Park and Miller's minimal standard generator). */
export function repeatable(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (state - 1) / 2_147_483_646
  }
}
