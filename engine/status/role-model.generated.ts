// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_words, title_nearness, work_words, work_coverage, work_mentions, work_likeness, resume_digest, resume_credit.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-6.1487, 1.6693, 0.5883, 0.2385, 2.6478, 0.9559, 1.8554, 4.5059, 3.072]
