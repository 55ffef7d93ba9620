/** Vectors about their mean, in the `size` directions of most variance, most first. Jacobi rotations: exact and deterministic. */
export function principalComponents(vectors: readonly Float32Array[], size: number): number[][] {
  const dims = vectors[0]!.length
  const mean = new Float64Array(dims)
  for (const v of vectors) for (let k = 0; k < dims; k++) mean[k]! += v[k]! / vectors.length
  const covariance = Array.from({ length: dims }, () => new Float64Array(dims))
  for (const v of vectors)
    for (let p = 0; p < dims; p++) {
      const x = v[p]! - mean[p]!
      for (let q = p; q < dims; q++) covariance[p]![q]! += x * (v[q]! - mean[q]!)
    }
  for (let p = 0; p < dims; p++) for (let q = 0; q < p; q++) covariance[p]![q] = covariance[q]![p]!
  const { values, directions } = eigen(covariance)
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b).slice(0, size)
  return vectors.map((v) =>
    order.map((d) => {
      let sum = 0
      for (let k = 0; k < dims; k++) sum += (v[k]! - mean[k]!) * directions[k]![d]!
      return sum
    }),
  )
}

/** Eigenvalues and eigenvectors (columns) of a symmetric matrix, which is overwritten. */
function eigen(m: Float64Array[]): { values: number[]; directions: Float64Array[] } {
  const n = m.length
  const directions = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, k) => (i === k ? 1 : 0)))
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const off = m[p]![q]!
        if (Math.abs(off) < 1e-12) continue
        const theta = (m[q]![q]! - m[p]![p]!) / (2 * off)
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        const s = t * c
        for (let k = 0; k < n; k++) rotate(m[k]!, p, q, c, s)
        for (let k = 0; k < n; k++) {
          const [a, b] = [m[p]![k]!, m[q]![k]!]
          m[p]![k] = c * a - s * b
          m[q]![k] = s * a + c * b
        }
        for (let k = 0; k < n; k++) rotate(directions[k]!, p, q, c, s)
      }
  return { values: m.map((row, i) => row[i]!), directions }
}

function rotate(row: Float64Array, p: number, q: number, c: number, s: number): void {
  const [a, b] = [row[p]!, row[q]!]
  row[p] = c * a - s * b
  row[q] = s * a + c * b
}
