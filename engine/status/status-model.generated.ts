// Written by bench/quality/fit-status.ts from judged pairs; inputs: bias, named, named_best, related, has_concept, named_share, line_coverage, resume_coverage, word_meaning, meaning, meaning_squared, meaning_with_concept, title_meaning, support, mentions, rarity, background_meaning, background_word_meaning, background_coverage, background_named, is_skill, is_experience, is_other, is_nice.
/** One row of weights a status, in the order matched, adjacent, missing, unclear. */
export const STATUS_MODEL: readonly (readonly number[])[] = [
  // matched
  [-3.7913, 0.3666, -0.1881, 0, -0.6841, 1.2203, 1.61, 0.2849, 1.674, 0.9114, 2.2331, -0.0573, 0.2066, -0.0891, 0.4482, 0.1845, 2.1562, -1.2961, 2.8523, 0.6814, -0.0168, -0.2269, 0.5645, 0.3637],
  // adjacent
  [-1.6281, 0.2678, 0.1637, 0, 0.1344, 0.4107, 0.2534, 0.569, 0.9743, 1.432, -0.9137, -0.0637, 0.4367, -0.3196, 0.024, 0.4429, 0.9767, 0.4316, -0.1047, -0.5282, 0.0266, -0.0116, -0.0368, 0.0761],
  // missing
  [4.9351, 0.3162, 0.1387, 0, 1.268, -1.9134, -1.3167, -0.0888, -1.8778, 0.1581, 1.7697, -1.7613, -1.7514, 0.5063, -0.4684, 0.3561, -5.4811, -0.0078, -2.0037, -0.9295, -0.0385, 0.6788, -1.4778, -0.0188],
  // unclear
  [0.8919, -0.9505, -0.1142, 0, -0.7183, 0.2825, -0.5469, -0.7652, -0.7705, -2.5017, -3.0886, 1.8825, 1.1079, -0.0976, -0.0037, -0.9831, 2.3477, 0.8718, -0.7443, 0.7763, 0.0286, -0.4405, 0.9501, -0.421],
]
