import { assessRequirements } from '@innohire/engine/status/assess-requirements.ts'
import type { Tools } from '@innohire/engine/tools.ts'
import type { RequirementStatus } from '@innohire/engine/types.ts'
import { bootstrap } from './bootstrap.ts'
import type { Figure } from './experience.ts'
import { type JudgedJob, latestYear } from './judged.ts'
import { mean } from './ranks.ts'

interface Judged {
  job: string
  ours: RequirementStatus
  /** One a reader. */
  theirs: RequirementStatus[]
}
const ALL: readonly RequirementStatus[] = ['matched', 'adjacent', 'missing', 'unclear']

/** Status of the readers' requirements as worded by them; a pair judged twice counts each reading half. */
export async function benchStatus(
  set: string,
  jobs: readonly JudgedJob[],
  toolsOf: (job: string) => Tools,
  aim: string,
): Promise<Figure[]> {
  const judged: Judged[] = []
  for (const job of jobs)
    for (const pair of job.pairs)
      for (const result of await assessRequirements(
        { requirements: job.requirements, resume_text: pair.resume, as_of: latestYear(pair.resume) },
        toolsOf(job.id),
      ))
        judged.push({ job: job.id, ours: result.status, theirs: pair.status[result.requirement_id] ?? [] })
  const byJob = [...new Set(judged.map((j) => j.job))].map((id) => judged.filter((j) => j.job === id))
  const over = (of: (list: Judged[]) => number): Pick<Figure, 'value' | 'ci95'> => ({
    value: of(judged),
    ci95: bootstrap(byJob, (sample) => of(sample.flat())),
  })
  const constant = (status: RequirementStatus): Judged[] => judged.map((j) => ({ ...j, ours: status }))
  return [
    {
      figure: 'requirement status accuracy',
      set,
      n: judged.length,
      ...over(accuracy),
      aim,
      baselines: { 'always missing': accuracy(constant('missing')) },
    },
    {
      figure: 'requirement status macro-F1',
      set,
      n: judged.length,
      ...over(macroF1),
      aim: '',
      baselines: { 'always missing': macroF1(constant('missing')) },
    },
  ]
}

const accuracy = (list: readonly Judged[]): number =>
  mean(list.map((j) => j.theirs.filter((t) => t === j.ours).length / j.theirs.length))

function macroF1(list: readonly Judged[]): number {
  return mean(
    ALL.map((status) => {
      let [hit, ours, theirs] = [0, 0, 0]
      for (const j of list) {
        const share = j.theirs.filter((t) => t === status).length / j.theirs.length
        theirs += share
        if (j.ours === status) {
          ours++
          hit += share
        }
      }
      return ours + theirs > 0 ? (2 * hit) / (ours + theirs) : 0
    }),
  )
}
