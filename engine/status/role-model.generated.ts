// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_words, title_nearness, work_words, work_coverage, work_mentions, work_likeness, resume_digest, resume_credit.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-6.1605, 1.6961, 0.6231, 0.1306, 2.6512, 0.8877, 2.2636, 4.6778, 2.7209]
