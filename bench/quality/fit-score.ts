/**
 * What the readers' grades say about the weights of the score: `node bench/quality/fit-score.ts --data <folder>` prints the
 * non-negative least-squares weights of the parts and, for those and for engine/score/weights.ts, the Spearman correlation
 * within a job description. Parts come from models that did not see the job description.
 */
import { evaluate } from '@innohire/engine/evaluate.ts'
import { PART_WEIGHTS, type PartName } from '@innohire/engine/score/weights.ts'
import { heldOutTools } from './cross-validate.ts'
import { latestYear, readJudged, readReadings } from './judged.ts'
import { openBench } from './open.ts'
import { mean, spearman } from './ranks.ts'

const PARTS = Object.keys(PART_WEIGHTS) as PartName[]
type Weights = Record<PartName, number>
interface Row {
  job: string
  grade: number
  values: Partial<Record<PartName, number>>
}

const bench = openBench()
const jobs = readJudged(bench.data)
const toolsOf = await heldOutTools(jobs, readReadings(bench.data), bench.tools)
const rows: Row[] = []
for (const job of jobs) {
  const resumes = job.pairs.map((p) => ({ id: p.id, text: p.resume, as_of: latestYear(p.resume) }))
  const { candidates } = await evaluate(
    { job_description: job.text, resumes, as_of: '2026-11-01' },
    toolsOf.get(job.id)!,
  )
  for (const pair of job.pairs) {
    const { score_breakdown } = candidates.find((c) => c.id === pair.id)!
    rows.push({
      job: job.id,
      grade: pair.fit,
      values: Object.fromEntries(score_breakdown.map((p) => [p.part, p.value])),
    })
  }
}
await bench.close()

/** The score as the engine makes it: parts without data give their share to the others. */
function scoreOf(row: Row, weights: Weights): number {
  const present = PARTS.filter((p) => row.values[p] !== undefined)
  const total = present.reduce((sum, p) => sum + weights[p], 0)
  return present.reduce((sum, p) => sum + (weights[p] / (total || 1)) * row.values[p]!, 0) * 100
}

/** Coordinate descent on the squared error, weights kept at 0 or more; parts without data count as the part's mean. */
function fit(of: readonly Row[]): Weights {
  const average = Object.fromEntries(PARTS.map((p) => [p, mean(of.flatMap((r) => r.values[p] ?? []))])) as Weights
  const inputs = of.map((r) => PARTS.map((p) => (r.values[p] ?? average[p]) * 100))
  const weights = PARTS.map(() => 0.2)
  for (let round = 0; round < 300; round++)
    for (const k of PARTS.keys()) {
      let [top, bottom] = [0, 0]
      for (const [n, x] of inputs.entries()) {
        const rest = x.reduce((sum, v, i) => sum + (i === k ? 0 : v * weights[i]!), 0)
        top += x[k]! * (of[n]!.grade - rest)
        bottom += x[k]! ** 2
      }
      weights[k] = Math.max(0, top / bottom)
    }
  return Object.fromEntries(PARTS.map((p, i) => [p, weights[i]!])) as Weights
}

const within = (weightsOf: (job: string) => Weights): number =>
  mean(
    jobs.map((job) => {
      const own = rows.filter((r) => r.job === job.id)
      return spearman(
        own.map((r) => scoreOf(r, weightsOf(job.id))),
        own.map((r) => r.grade),
      )
    }),
  )
console.log('fitted:', fit(rows))
console.log(
  'Spearman, fitted without the job description:',
  within((job) => fit(rows.filter((r) => r.job !== job))).toFixed(3),
)
console.log('Spearman, engine/score/weights.ts:', within(() => PART_WEIGHTS).toFixed(3))
for (const part of PARTS) {
  const alone = Object.fromEntries(PARTS.map((p) => [p, p === part ? 1 : 0])) as Weights
  const without = { ...PART_WEIGHTS, [part]: 0 }
  console.log(`${part}: alone ${within(() => alone).toFixed(3)}, without it ${within(() => without).toFixed(3)}`)
}
