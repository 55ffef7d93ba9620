/** Solves A X = B for a positive definite A (lower triangle given, overwritten); B and the result hold one array a column of X. */
function solve(a: Float64Array[], columns: readonly Float64Array[]): Float64Array[] {
  const n = a.length
  for (let i = 0; i < n; i++) {
    const row = a[i]!
    for (let j = 0; j <= i; j++) {
      const other = a[j]!
      let sum = row[j]!
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / other[j]!
    }
  }
  return columns.map((column) => {
    const x = Float64Array.from(column)
    for (let i = 0; i < n; i++) {
      let sum = x[i]!
      for (let j = 0; j < i; j++) sum -= a[i]![j]! * x[j]!
      x[i] = sum / a[i]![i]!
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = x[i]!
      for (let j = i + 1; j < n; j++) sum -= a[j]![i]! * x[j]!
      x[i] = sum / a[i]![i]!
    }
    return x
  })
}

export interface Row {
  x: Float32Array
  /** One target a code. */
  y: readonly number[]
  weight: number
}

/** What a set of rows adds to a regression; sums of two sets are the sums of their parts. */
export interface Sums {
  size: number
  /** Lower triangle of the weighted products of the inputs, row after row. */
  products: Float64Array
  /** Weighted products of inputs and each target. */
  targets: Float64Array[]
}

/** Sums of rows, so that folds can be added up and not read again. */
export function sumsOf(rows: readonly Row[], size: number, targets: number): Sums {
  const sums: Sums = {
    size,
    products: new Float64Array((size * (size + 1)) / 2),
    targets: Array.from({ length: targets }, () => new Float64Array(size)),
  }
  for (const { x, y, weight } of rows) {
    for (let i = 0, at = 0; i < size; at += ++i) {
      const xi = x[i]! * weight
      if (xi === 0) continue
      for (let j = 0; j <= i; j++) sums.products[at + j]! += xi * x[j]!
      for (let t = 0; t < targets; t++) if (y[t] !== 0) sums.targets[t]![i]! += xi * y[t]!
    }
  }
  return sums
}

/** Ridge regression of several targets at once: one weight vector a target. */
export function ridgeOf(parts: readonly Sums[], penalty: number): Float64Array[] {
  const { size, targets } = parts[0]!
  const a = Array.from({ length: size }, (_, i) => new Float64Array(i + 1))
  const b = targets.map(() => new Float64Array(size))
  for (const part of parts) {
    for (let i = 0, at = 0; i < size; at += ++i) {
      const row = a[i]!
      for (let j = 0; j <= i; j++) row[j]! += part.products[at + j]!
    }
    part.targets.forEach((column, t) => {
      for (let i = 0; i < size; i++) b[t]![i]! += column[i]!
    })
  }
  for (let i = 0; i < size; i++) a[i]![i]! += penalty
  return solve(a, b)
}

export const ridge = (rows: readonly Row[], penalty: number): Float64Array[] =>
  ridgeOf([sumsOf(rows, rows[0]!.x.length, rows[0]!.y.length)], penalty)

export interface Example {
  x: readonly number[]
  y: number
  weight: number
}

/**
 * Logistic regression that is held near prior weights: each weight's distance to its prior costs `penalty`, but the first
 * one's (the standing start), which is nearly free. Newton's method.
 */
export function logistic(examples: readonly Example[], prior: readonly number[], penalty: number): Float64Array {
  const size = prior.length
  const w = Float64Array.from(prior)
  for (let round = 0; round < 15; round++) {
    const h = Array.from({ length: size }, () => new Float64Array(size))
    const g = new Float64Array(size)
    for (const { x, y, weight } of examples) {
      let z = 0
      for (let i = 0; i < size; i++) z += w[i]! * x[i]!
      const p = 1 / (1 + Math.exp(-z))
      const error = weight * (p - y)
      const curve = weight * Math.max(p * (1 - p), 1e-5)
      for (let i = 0; i < size; i++) {
        if (x[i] === 0) continue
        g[i]! += error * x[i]!
        const row = h[i]!
        for (let j = 0; j <= i; j++) row[j]! += curve * x[i]! * x[j]!
      }
    }
    for (let i = 0; i < size; i++) {
      const cost = i === 0 ? 0.01 : penalty
      g[i]! += cost * (w[i]! - prior[i]!)
      h[i]![i]! += cost
    }
    const [step] = solve(h, [g])
    let moved = 0
    for (let i = 0; i < size; i++) {
      w[i]! -= step![i]!
      moved += Math.abs(step![i]!)
    }
    if (moved < 1e-7) break
  }
  return w
}
