/** The mean of vectors of one length, scaled to length 1; summed in the order given, in double precision. */
export function mean(vectors: readonly Float32Array[]): Float32Array {
  const sums = new Float64Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) for (const [i, x] of vector.entries()) sums[i]! += x
  const length = Math.sqrt(sums.reduce((total, x) => total + x * x, 0))
  return Float32Array.from(sums, (x) => (length > 0 ? x / length : 0))
}
