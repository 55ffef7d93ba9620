import type { WeighedCode } from './features.ts'

/** What was fitted for one code. */
export interface LearnedCode {
  /** Strength from which the concern is raised. */
  threshold: number
  /** One weight a feature, in the order of `FEATURES`. */
  weights: readonly number[]
  /** Level of the direction. */
  constant: number
  /** Value of one step of the direction's bytes. */
  unit: number
  /** Signed bytes in base64: the direction in the space of question, sentence and reaction. */
  direction: string
}

export type Learned = Record<WeighedCode, LearnedCode>
