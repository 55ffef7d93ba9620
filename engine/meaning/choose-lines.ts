/**
 * Chooses the few lines of a resume that the sentence model reads. Each step takes the line that adds most to
 * the sum over requirements of `weight * best likeness so far` (facility location, greedy), so that every requirement
 * gets its likeliest line before any gets a second one. Ties go to the earlier line. Returns line indices in text order.
 */
export function chooseLines(
  likeness: readonly Float32Array[],
  weights: readonly number[],
  lines: number,
  budget: number,
): number[] {
  const best = new Float32Array(likeness.length)
  const chosen: number[] = []
  const isChosen = new Uint8Array(lines)
  while (chosen.length < Math.min(budget, lines)) {
    let pick = -1
    let gain = 0
    for (let line = 0; line < lines; line++) {
      if (isChosen[line]) continue
      let sum = 0
      for (let r = 0; r < likeness.length; r++) {
        const more = likeness[r]![line]! - best[r]!
        if (more > 0) sum += weights[r]! * more
      }
      if (sum > gain + 1e-9) {
        gain = sum
        pick = line
      }
    }
    // Once every requirement has its best line, the rest are second opinions: start over without the first ones.
    if (pick < 0) {
      if (best.every((b) => b === 0)) break
      best.fill(0)
      continue
    }
    isChosen[pick] = 1
    chosen.push(pick)
    for (let r = 0; r < likeness.length; r++) best[r] = Math.max(best[r]!, likeness[r]![pick]!)
  }
  return chosen.sort((a, b) => a - b)
}
