import { NOISE_POINTS } from './weights.ts'

interface Rankable {
  id: string
  overall_score: number
  semantic_similarity: number
}

/**
 * Best first: score, then semantic similarity, then id by code units, so that the order never depends on the order in
 * which resumes came. A band starts when a score lies further below its band's best than the noise of the score.
 */
export function rankCandidates<T extends Rankable>(candidates: readonly T[]): (T & { rank: number; band: number })[] {
  const sorted = [...candidates].sort(
    (a, b) =>
      b.overall_score - a.overall_score || b.semantic_similarity - a.semantic_similarity || (a.id < b.id ? -1 : 1),
  )
  let band = 0
  let top = Number.POSITIVE_INFINITY
  return sorted.map((candidate, i) => {
    if (top - candidate.overall_score > NOISE_POINTS) {
      band++
      top = candidate.overall_score
    }
    return { ...candidate, rank: i + 1, band }
  })
}
