// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_nearness, title_meaning, title_demands, title_field, work_coverage, work_mentions, work_likeness, resume_field, resume_credit, text_job, text_demands, text_line, title_words, resume_meaning.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-9.2196, 0.5268, 0.789, 0.6044, 1.7391, 6.0169, 5.7614, -2.6719, 1.4942, 2.0981, 4.8445, -3.5824, 0.5712, 1.9761, 2.2113]
