import type { Models } from '@innohire/engine/status/models.ts'

/** The dated jobs of one resume, and the relevant years that readers found in them. */
export interface CareerExample {
  job: string
  /** Relevant years after the readers; undefined where they gave none. */
  years: number | undefined
  /** Features of each dated job. */
  roles: readonly (readonly number[])[]
  /** Whether each dated job counts (0-1), where readers said so job by job. */
  counts: readonly (number | undefined)[]
  /** Stretches in which the same jobs were held, in years: overlaps count once. */
  stretches: readonly { years: number; roles: readonly number[] }[]
}

const STEPS = 400
const RATE = 0.05
const L2 = 0.003
/** Misses beyond so many years pull less and less: some pairs no weights can get right. */
const TOLERANCE = 5
/** Within about this many years a miss is taken as small. */
const ROUNDING = 0.5
/** Weight of the readers' word on single jobs beside the miss in years; 1 to 10 fit alike. */
const WORD_ON_JOBS = 5

/**
 * Fits the logistic of the role model by gradient descent (Adam) on two things: the years that a resume comes to, which
 * is what counts in the end (a stretch counts as far as its likeliest role does), and where readers said which jobs make
 * up those years, on that. Deterministic.
 */
export function fitRoles(careers: readonly CareerExample[]): Models['role'] {
  const rows = careers.flatMap((c) => c.roles)
  const size = rows[0]!.length
  const columns = Array.from({ length: size }, (_, k) => rows.map((row) => row[k]!))
  const mean = columns.map((c, k) => (k === 0 ? 0 : c.reduce((a, b) => a + b, 0) / c.length))
  const spread = columns.map((c, k) =>
    k === 0 ? 1 : Math.sqrt(c.reduce((sum, v) => sum + (v - mean[k]!) ** 2, 0) / c.length) || 1,
  )
  const inputs = careers.map((c) => c.roles.map((row) => row.map((v, k) => (v - mean[k]!) / spread[k]!)))
  const [weights, first, second] = [0, 1, 2].map(() => new Array<number>(size).fill(0)) as [
    number[],
    number[],
    number[],
  ]
  const told = careers.reduce((sum, c) => sum + c.counts.filter((count) => count !== undefined).length, 0)
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((w, k) => (k > 0 ? L2 * w : 0))
    const add = (slope: number, x: readonly number[]): void =>
      x.forEach((v, k) => {
        gradient[k]! += slope * v
      })
    careers.forEach((career, n) => {
      const share = inputs[n]!.map((x) => logistic(x.reduce((sum, v, k) => sum + v * weights[k]!, 0)))
      career.counts.forEach((count, role) => {
        if (count !== undefined) add((WORD_ON_JOBS * (share[role]! - count)) / told, inputs[n]![role]!)
      })
      if (career.years === undefined) return
      const likeliest = career.stretches.map((s) => s.roles.reduce((a, b) => (share[a]! >= share[b]! ? a : b)))
      const miss = career.stretches.reduce((sum, s, i) => sum + s.years * share[likeliest[i]!]!, 0) - career.years
      const pull = miss / Math.hypot(miss, ROUNDING) / (1 + Math.abs(miss) / TOLERANCE)
      career.stretches.forEach((s, i) => {
        const role = likeliest[i]!
        add((pull * s.years * share[role]! * (1 - share[role]!)) / careers.length, inputs[n]![role]!)
      })
    })
    gradient.forEach((g, k) => {
      first[k] = 0.9 * first[k]! + 0.1 * g
      second[k] = 0.99 * second[k]! + 0.01 * g * g
      weights[k]! -= (RATE * (first[k]! / (1 - 0.9 ** step))) / (Math.sqrt(second[k]! / (1 - 0.99 ** step)) + 1e-8)
    })
  }
  const raw = weights.map((w, k) => w / spread[k]!)
  raw[0] = weights[0]! - weights.reduce((sum, w, k) => (k > 0 ? sum + (w * mean[k]!) / spread[k]! : sum), 0)
  return raw
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))
