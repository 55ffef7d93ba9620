// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_words, title_nearness, work_words, work_coverage, work_mentions, work_likeness, resume_digest, resume_credit.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-6.0126, 1.6828, 0.5944, 0.3296, 2.5671, 0.8753, 1.8902, 4.1839, 3.161]
