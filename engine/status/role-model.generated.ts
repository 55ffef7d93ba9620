// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_nearness, title_meaning, title_demands, title_field, work_coverage, work_mentions, work_likeness, resume_field, resume_credit, text_job, text_demands, text_line, title_words, resume_meaning, resume_title, title_meaning_squared.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-9.7568, 0.649, -0.5484, -1.1835, 1.119, 5.5972, 5.2888, -4.175, 1.3787, 2.6934, 5.3942, -3.3695, 1.4621, 0.9055, 2.3414, 1.8891, 4.532]
