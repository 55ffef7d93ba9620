// Written by bench/transcripts/fit/main.ts; do not edit by hand.

/** Weight of each sign of a follow-up, in the order of FOLLOW_UP_SIGNS. */
export const FOLLOW_UPS_LEARNED: readonly number[] = [
  0.88, 0.58, -0.09, 1.26, -2.29, 1.13, 1.26, -3.03, 0.41, -0.46, 0.26, -0.38, 0.67, -1.06, 0.65, -0.4, -1, -0.61,
  -0.01, 0.11, -0.23, 0.01, 0.24, -1.28, -0.98, -0.09, 0.37, 0.58, 0.49,
]
