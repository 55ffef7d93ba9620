// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_words, title_nearness, work_words, work_coverage, work_mentions, work_likeness, resume_digest, resume_credit.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-6.2912, 1.7714, 0.5974, 0.1592, 2.7299, 0.1784, 2.4523, 4.6248, 2.8473]
