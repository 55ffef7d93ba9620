// Written by bench/quality/fit.ts from judged pairs; inputs: bias, title_nearness, title_meaning, title_demands, title_field, work_coverage, work_mentions, work_likeness, resume_field, resume_credit, text_job, text_demands, text_line, title_words, resume_meaning, resume_title, title_meaning_squared.
/** Weights of a logistic: a role is relevant when the sum is not negative. */
export const ROLE_MODEL: readonly number[] = [-9.7728, 0.6268, -0.3493, -1.8771, 1.2055, 5.7632, 5.4264, -3.8373, 1.4554, 2.7406, 5.068, -3.1837, 1.4407, 0.9176, 2.4271, 1.787, 4.3156]
