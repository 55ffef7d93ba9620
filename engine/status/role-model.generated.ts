// Written by bench/quality/fit-roles.ts from judged pairs; inputs: bias, title_words, title_nearness, work_words, work_coverage, work_mentions, work_likeness, resume_digest, resume_credit.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-6.2504, 1.7748, 0.6063, 0.1478, 2.801, 0.2334, 2.38, 4.5969, 2.8294]
