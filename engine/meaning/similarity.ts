import { dot } from './word-vectors.ts'

/**
 * What a resume shares with a job description in meaning, before calibration: the mean over the job's vectors of the
 * best cosine among the resume's vectors, weighted. Made of embeddings alone.
 */
export function meanBestCosine(
  job: readonly Float32Array[],
  weights: readonly number[],
  resume: readonly Float32Array[],
): number {
  if (job.length === 0 || resume.length === 0) return 0
  let sum = 0
  let total = 0
  for (const [i, vector] of job.entries()) {
    let best = 0
    for (const other of resume) best = Math.max(best, dot(vector, other))
    sum += weights[i]! * best
    total += weights[i]!
  }
  return total > 0 ? sum / total : 0
}

/** A rising piecewise-linear map; flat outside its knots. */
export function interpolate(knots: readonly (readonly [x: number, y: number])[], x: number): number {
  const first = knots[0]!
  if (x <= first[0]) return first[1]
  for (let i = 1; i < knots.length; i++) {
    const [x1, y1] = knots[i]!
    const [x0, y0] = knots[i - 1]!
    if (x <= x1) return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
  }
  return knots.at(-1)![1]
}
