// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_nearness, title_meaning, title_demands, title_field, work_coverage, work_mentions, work_likeness, resume_field, resume_credit, text_job, text_demands, text_line, title_words, resume_meaning, resume_title, title_meaning_squared.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-9.8263, 0.6289, -0.4871, -1.3314, 1.1318, 5.6867, 5.1715, -3.858, 1.4272, 2.6284, 5.2186, -3.401, 1.5489, 0.8876, 2.427, 1.8701, 4.4347]
