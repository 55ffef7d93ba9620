/**
 * Every weight of the score, each with its reason. They are the rounded result of a non-negative fit to judged pairs
 * (`npm run bench:quality -- --fit`), cross-validated over job descriptions. Shares add up to 1; a part without data is
 * left out and its share goes to the others in proportion.
 */
export const PART_WEIGHTS = {
  /** What the job demands outright is the best single predictor of a reader's grade. */
  must_haves: 0.45,
  /** Wishes separate candidates who meet the demands. */
  nice_to_haves: 0.1,
  /** Someone who held the same kind of job is judged to fit even where single demands stay unproven. */
  role_fit: 0.15,
  /** Years of relevant work against what is asked. */
  experience: 0.15,
  /** What words and lexicon miss. */
  semantic_fit: 0.15,
} as const

export type PartName = keyof typeof PART_WEIGHTS

/** Years that count as enough where the job description states none: the median of stated minimums in postings. */
export const DEFAULT_YEARS = 3

/** Candidates whose scores differ by less are not told apart: half the typical error of a score against two readers. */
export const NOISE_POINTS = 4

/** Raw mean cosine to semantic similarity: unrelated pairs come out at 0.1-0.3, strong ones above 0.8. */
export const SIMILARITY_KNOTS: readonly (readonly [number, number])[] = [
  [0.1, 0],
  [0.25, 0.15],
  [0.35, 0.35],
  [0.45, 0.6],
  [0.55, 0.8],
  [0.75, 1],
]

/** Cosine of the nearest title to the value of the role fit. */
export const TITLE_KNOTS: readonly (readonly [number, number])[] = [
  [0.2, 0],
  [0.45, 0.4],
  [0.65, 0.8],
  [0.85, 1],
]
