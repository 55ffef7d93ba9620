// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_nearness, title_meaning, title_demands, title_field, work_coverage, work_mentions, work_likeness, resume_field, resume_credit.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-27.5638, 2.7292, 5.0763, -9.9184, 15.0472, 8.9076, 15.0124, 7.7002, 10.3148, 5.147]
