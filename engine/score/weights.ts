/**
 * Every weight of the score, each with its reason. They are rounded from a non-negative fit of the readers' grades
 * (`node bench/quality/fit-score.ts --data <folder>`), cross-validated over job descriptions. Shares add up to 1; a part
 * without data is left out and its share goes to the others in proportion.
 */
export const PART_WEIGHTS = {
  /** What the job demands outright, proven or not: the part that a recruiter can check line by line. */
  must_haves: 0.55,
  /** Wishes hardly move the readers' grades once the demands are counted; without them the fit is as good. */
  nice_to_haves: 0.03,
  /** Closeness in meaning finds the people of the field whom single demands miss; the demands hold most of it already. */
  semantic_fit: 0.24,
  /** Relevant years against what is asked. Our years are often off by more than one, so they weigh less than they might. */
  experience: 0.1,
  /** Titles differ too much between employers to weigh more, even with the field of work beside them. */
  role_fit: 0.08,
} as const

export type PartName = keyof typeof PART_WEIGHTS

/** Years that count as enough where the job description states none: the median of stated minimums in postings. */
export const DEFAULT_YEARS = 3

/**
 * Candidates whose scores differ by no more are not told apart. On 124 job descriptions readers order two resumes less than 6
 * points apart as the score does in 63% of the cases, 6 to 10 apart in 83%, more than 20 apart in 97%.
 */
export const NOISE_POINTS = 6

/**
 * Raw closeness (mean of the digests' cosine and of the requirements' mean best cosine) to semantic similarity: on judged
 * pairs, unrelated ones come out at 0.1-0.3 and those that readers would interview above 0.8.
 */
export const SIMILARITY_KNOTS: readonly (readonly [number, number])[] = [
  [0.1, 0],
  [0.27, 0.12],
  [0.34, 0.22],
  [0.4, 0.35],
  [0.44, 0.48],
  [0.48, 0.63],
  [0.53, 0.82],
  [0.6, 0.94],
  [0.75, 1],
]

/**
 * Mean credit of the must-haves to their value. Readers grade half of the demands met well below 50, because the missing half
 * decides: with these knots the score is as often above as below their grades up to 60.
 */
export const MUST_KNOTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.2, 0.1],
  [0.5, 0.35],
  [0.75, 0.62],
  [0.9, 0.85],
  [1, 1],
]

/**
 * How much the overlap of the fields of work, above or below that of an average pair, moves the cosine of the nearest title:
 * titles of few words mislead ("Manager" of what?), and the digest of the resume knows its field.
 */
export const FIELD_WEIGHT = 0.9
export const AVERAGE_FIELD_OVERLAP = 0.87

/** Closeness of the nearest title, moved by the field, to the value of the role fit. */
export const TITLE_KNOTS: readonly (readonly [number, number])[] = [
  [0.2, 0],
  [0.45, 0.4],
  [0.65, 0.8],
  [0.85, 1],
]
