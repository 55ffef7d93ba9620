// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_nearness, title_meaning, title_demands, title_field, work_coverage, work_mentions, work_likeness, resume_field, resume_credit, text_job, text_demands, text_line, title_words, resume_meaning, resume_title, title_meaning_squared.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-9.9631, 0.5527, 0.611, -5.1488, 1.2264, 5.0735, 6.4732, -2.1583, 1.526, 2.925, 6.1262, -5.7887, 1.3961, 1.316, 2.1164, 1.6826, 3.8366]
