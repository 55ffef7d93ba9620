/** One example: inputs, and how the truth spreads over the classes (two readers may differ). */
export interface Example {
  x: readonly number[]
  y: readonly number[]
}

/**
 * Fits a softmax over linear scores by gradient descent (Adam) with an L2 penalty on standardised inputs, the first
 * input being the constant 1. Returns one row of weights a class, for inputs as given. Deterministic.
 */
export function fitSoftmax(
  examples: readonly Example[],
  classes: number,
  { l2 = 0.003, steps = 400 } = {},
): number[][] {
  const size = examples[0]!.x.length
  const mean = Array.from({ length: size }, (_, k) =>
    k === 0 ? 0 : examples.reduce((s, e) => s + e.x[k]!, 0) / examples.length,
  )
  const spread = Array.from({ length: size }, (_, k) =>
    k === 0 ? 1 : Math.sqrt(examples.reduce((s, e) => s + (e.x[k]! - mean[k]!) ** 2, 0) / examples.length) || 1,
  )
  const inputs = examples.map((e) => e.x.map((v, k) => (v - mean[k]!) / spread[k]!))
  const zeros = (): number[][] => Array.from({ length: classes }, () => new Array<number>(size).fill(0))
  const [weights, first, second] = [zeros(), zeros(), zeros()]
  for (let step = 1; step <= steps; step++) {
    const gradient = zeros()
    for (const [n, x] of inputs.entries()) {
      const p = softmax(weights.map((row) => row.reduce((s, w, k) => s + w * x[k]!, 0)))
      for (let c = 0; c < classes; c++) {
        const error = (p[c]! - examples[n]!.y[c]!) / examples.length
        for (let k = 0; k < size; k++) gradient[c]![k]! += error * x[k]!
      }
    }
    for (let c = 0; c < classes; c++)
      for (let k = 0; k < size; k++) {
        const g = gradient[c]![k]! + (k > 0 ? l2 * weights[c]![k]! : 0)
        first[c]![k] = 0.9 * first[c]![k]! + 0.1 * g
        second[c]![k] = 0.99 * second[c]![k]! + 0.01 * g * g
        weights[c]![k]! -=
          (0.05 * (first[c]![k]! / (1 - 0.9 ** step))) / (Math.sqrt(second[c]![k]! / (1 - 0.99 ** step)) + 1e-8)
      }
  }
  return weights.map((row) => {
    const raw = row.map((w, k) => w / spread[k]!)
    raw[0] = row[0]! - row.reduce((s, w, k) => (k > 0 ? s + (w * mean[k]!) / spread[k]! : s), 0)
    return raw
  })
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const raised = scores.map((s) => Math.exp(s - top))
  const total = raised.reduce((a, b) => a + b, 0)
  return raised.map((r) => r / total)
}

/** Class probabilities of one input under fitted weights. */
export const predict = (weights: readonly (readonly number[])[], x: readonly number[]): number[] =>
  softmax(weights.map((row) => row.reduce((s, w, k) => s + w * x[k]!, 0)))
