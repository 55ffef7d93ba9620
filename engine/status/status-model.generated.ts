// Written by bench/quality/fit-status.ts from judged pairs; inputs: bias, named, named_best, related, has_concept, named_share, line_coverage, resume_coverage, word_meaning, meaning, meaning_squared, meaning_with_concept, title_meaning, support, mentions, rarity, background_meaning, background_word_meaning, background_coverage, background_named, background_digest, is_skill, is_experience, is_other, is_nice.
/** One row of weights a status, in the order matched, adjacent, missing, unclear. */
export const STATUS_MODEL: readonly (readonly number[])[] = [
  // matched
  [-3.7851, 0.3908, -0.2078, 0, -0.6813, 1.2055, 1.624, 0.2844, 1.6597, 0.9654, 2.2099, -0.0553, 0.1397, -0.1045, 0.4572, 0.1492, 2.2031, -1.194, 2.8218, 0.6918, -0.0335, -0.0172, -0.23, 0.5726, 0.3502],
  // adjacent
  [-1.5694, 0.3014, 0.1428, 0, 0.1188, 0.3844, 0.2606, 0.5801, 0.9291, 1.4657, -0.9202, -0.023, 0.3628, -0.3467, 0.0373, 0.3424, 0.7841, 0.4236, -0.1931, -0.6031, 0.4816, 0.0236, -0.0139, -0.0238, 0.0648],
  // missing
  [4.7735, 0.2535, 0.1547, 0, 1.3358, -1.838, -1.3479, -0.0681, -1.9537, -0.0787, 1.9371, -1.882, -1.3887, 0.614, -0.4913, 0.62, -4.144, 0.6188, -1.6962, -0.4997, -2.7855, -0.0087, 0.6844, -1.5608, 0.0118],
  // unclear
  [1.0016, -0.9457, -0.0897, 0, -0.7733, 0.2482, -0.5367, -0.7965, -0.6352, -2.353, -3.2262, 1.9604, 0.8862, -0.1628, -0.0033, -1.1115, 1.1565, 0.1516, -0.9325, 0.4109, 2.3375, 0.0024, -0.4404, 1.012, -0.4267],
]
