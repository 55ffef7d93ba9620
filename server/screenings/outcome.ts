import type { Candidate, JobFailure } from '@innohire/contract'
import type { z } from 'zod'

/** What became of an item, as the body of a job shows it. */
export type StoredOutcome = { candidate: CandidateText } | { failure: JobFailure }

/**
 * A candidate as text with holes where rank and band go: they change while others come in, the rest never does. The text
 * is made once, however often a job is polled.
 */
export interface CandidateText {
  id: string
  overall_score: number
  semantic_similarity: number
  /** JSON around the holes: one piece more than there are holes. */
  pieces: readonly string[]
  holes: readonly ('rank' | 'band')[]
}

/** Cuts a candidate into text and holes. */
export function cutCandidate(candidate: z.infer<typeof Candidate>): CandidateText {
  const pieces: string[] = []
  const holes: ('rank' | 'band')[] = []
  let piece = ''
  let separator = '{'
  for (const [field, value] of Object.entries(candidate)) {
    piece += `${separator}${JSON.stringify(field)}:`
    separator = ','
    if (field === 'rank' || field === 'band') {
      holes.push(field)
      pieces.push(piece)
      piece = ''
    } else piece += JSON.stringify(value)
  }
  pieces.push(`${piece}}`)
  const { id, overall_score, semantic_similarity } = candidate
  return { id, overall_score, semantic_similarity, pieces, holes }
}

/** The JSON of a ranked candidate. */
export function fillHoles(candidate: CandidateText & { rank: number; band: number }): string {
  const { pieces, holes } = candidate
  return holes.reduce((text, hole, i) => `${text}${candidate[hole]}${pieces[i + 1]}`, pieces[0]!)
}

/** Characters that an outcome holds in memory, about. */
export const sizeOf = (outcome: StoredOutcome): number =>
  'candidate' in outcome
    ? outcome.candidate.pieces.reduce((sum, { length }) => sum + length, 0)
    : JSON.stringify(outcome.failure).length
