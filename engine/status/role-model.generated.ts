// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_nearness, title_meaning, title_demands, title_field, work_coverage, work_mentions, work_likeness, resume_field, resume_credit, text_job, text_demands, text_line, title_words, resume_meaning, resume_title, title_meaning_squared.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-9.7828, 0.6239, -0.3065, -1.8984, 1.2053, 5.7423, 5.4244, -3.8028, 1.4577, 2.7625, 5.0795, -3.2151, 1.4402, 0.9166, 2.389, 1.801, 4.27]
