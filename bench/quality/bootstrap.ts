/**
 * 95% interval of a statistic over resampled units (Efron's percentile bootstrap); the generator is seeded, so that the
 * table is the same on every run.
 */
export function bootstrap<T>(units: readonly T[], statistic: (sample: T[]) => number, rounds = 500): [number, number] {
  let seed = 7
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const values = Array.from({ length: rounds }, () =>
    statistic(Array.from(units, () => units[Math.floor(random() * units.length)]!)),
  ).sort((a, b) => a - b)
  return [values[Math.floor(rounds * 0.025)]!, values[Math.floor(rounds * 0.975)]!]
}
