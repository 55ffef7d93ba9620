// Written by bench/quality/fit.ts from judged pairs; inputs: bias, named, named_best, related, has_concept, named_share, line_coverage, resume_coverage, word_meaning, meaning, meaning_squared, meaning_with_concept, title_meaning, support, mentions, rarity, background_meaning, background_word_meaning, background_coverage, background_named, background_digest, is_skill, is_experience, is_other, is_nice.
/** One row of weights a status, in the order matched, adjacent, missing, unclear. */
export const STATUS_MODEL: readonly (readonly number[])[] = [
  [-3.8209, 0.378, -0.1959, 0.2067, -0.6365, 1.1742, 1.6113, 0.2723, 1.6488, 1.0987, 2.1061, -0.1812, 0.1144, -0.0976, 0.4689, 0.109, 2.6031, -1.4517, 2.8266, 0.6461, 0.0871, -0.0156, -0.2321, 0.5735, 0.354],
  [-1.6195, 0.4069, 0.0985, 0.8451, 0.0896, 0.319, 0.2957, 0.5563, 0.822, 1.4941, -0.8929, -0.1223, 0.3739, -0.3528, 0.0702, 0.3757, 0.7, 0.649, -0.1927, -0.651, 0.4501, 0.0238, -0.0149, -0.0227, 0.0553],
  [4.8312, 0.2077, 0.1765, -0.2428, 1.3119, -1.811, -1.3422, -0.0665, -1.933, -0.2201, 2.0089, -1.7515, -1.3899, 0.6205, -0.521, 0.6353, -4.3403, 0.7185, -1.688, -0.4557, -2.867, -0.0148, 0.6891, -1.5582, 0.0103],
  [1.0373, -0.9927, -0.0792, -0.8099, -0.7651, 0.3178, -0.5649, -0.7623, -0.538, -2.3732, -3.2219, 2.0547, 0.9013, -0.1701, -0.0182, -1.1209, 1.037, 0.0842, -0.9462, 0.4605, 2.3297, 0.0064, -0.4423, 1.0074, -0.4197],
]
