const UNASKED =
  /\b(?:not|isn['\u2019]t|aren['\u2019]t|never) (?:be )?(?:required|necessary|needed|sufficient|enough|accepted|considered|a requirement)|\bno (?:[\p{L}-]+ ){0,3}(?:needed|required|necessary)\b|\b(?:do|does|will) not (?:need|require|accept|consider|sponsor)|\bnot looking for\b|\bno (?:third part|agenc|recruiter|corp|c2c|sponsor|phone calls)|\bunable to sponsor\b|\balone is not\b/iu

/** Whether a clause says what is not asked ("no degree needed", "QuickBooks alone is not sufficient"). */
export const isUnasked = (clause: string): boolean => UNASKED.test(clause)

/** "CISSP desired, not required" still asks, as a wish. */
export const isWishWithNegation = (clause: string): boolean =>
  /\b(?:desired|preferred|a plus|nice to have|helpful|welcome|advantage)\b/i.test(clause)
