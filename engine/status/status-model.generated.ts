// Written by bench/quality/fit.ts from judged pairs; inputs: bias, named, named_best, related, has_concept, named_share, line_coverage, resume_coverage, word_meaning, meaning, meaning_squared, meaning_with_concept, title_meaning, support, mentions, rarity, background_meaning, background_word_meaning, background_coverage, background_named, background_digest, is_skill, is_experience, is_other, is_nice.
/** One row of weights a status, in the order matched, adjacent, missing, unclear. */
export const STATUS_MODEL: readonly (readonly number[])[] = [
  [-3.7442, 0.043, 0.1462, 0.1973, -0.743, 1.2144, 1.6125, 0.2939, 1.7861, -0.1235, 2.3778, 0.1531, 0.1233, -0.039, 0.6086, 0.0674, 3.0989, -1.0004, 2.8614, 0.4463, -0.0171, -0.0412, -0.2118, 0.5867, 0.3427],
  [-1.5734, 0.3037, 0.1668, 0.9026, 0.3174, 0.3891, 0.2187, 0.6024, 0.9157, 1.8542, -1.1442, -0.6421, 0.4404, -0.3461, 0.1388, 0.3134, 0.7976, 0.203, -0.0547, -0.5527, 0.3616, 0.0168, -0.0012, -0.0382, 0.0507],
  [4.8598, 0.2248, 0.1995, -0.2134, 1.1537, -1.9839, -1.3842, -0.1179, -1.992, -0.1796, 2.6183, -1.7566, -1.4908, 0.6345, -0.5132, 0.7033, -3.9864, 0.1964, -1.6693, -0.5749, -2.6793, 0.0169, 0.6696, -1.5886, 0.0193],
  [0.8549, -0.5716, -0.5125, -0.8907, -0.7284, 0.3808, -0.4451, -0.7778, -0.7087, -1.5496, -3.85, 2.2443, 0.928, -0.2485, -0.2342, -1.0855, 0.0934, 0.6038, -1.1358, 0.682, 2.3358, 0.0065, -0.4569, 1.0394, -0.4128],
]
