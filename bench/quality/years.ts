import { evaluate } from '@innohire/engine/evaluate.ts'
import type { Tools } from '@innohire/engine/tools.ts'
import { bootstrap } from './bootstrap.ts'
import type { Figure } from './experience.ts'
import { type JudgedJob, latestYear } from './judged.ts'
import { mean } from './ranks.ts'

/** Relevant years against the readers', over the pairs for which both give a number. */
export async function benchRelevantYears(
  set: string,
  jobs: readonly JudgedJob[],
  toolsOf: (job: string) => Tools,
): Promise<Figure[]> {
  const misses: { job: string; error: number; zero: number; silent: boolean }[] = []
  for (const job of jobs) {
    const pairs = job.pairs.filter((p) => p.relevantYears !== null)
    const { candidates } = await evaluate(
      {
        job_description: job.text,
        as_of: '2026-11-01',
        resumes: pairs.map((p) => ({ id: p.id, text: p.resume, as_of: latestYear(p.resume) })),
      },
      toolsOf(job.id),
    )
    for (const pair of pairs) {
      const ours = candidates.find((c) => c.id === pair.id)!.experience_years_relevant
      misses.push({
        job: job.id,
        error: Math.abs((ours ?? 0) - pair.relevantYears!),
        zero: pair.relevantYears!,
        silent: ours === null,
      })
    }
  }
  const told = misses.filter((m) => !m.silent)
  const byJob = [...new Set(told.map((m) => m.job))].map((id) => told.filter((m) => m.job === id))
  const within = (list: readonly { error: number }[]): number => mean(list.map((m) => (m.error <= 1 ? 1 : 0)))
  return [
    {
      figure: 'relevant years: mean absolute error',
      set,
      n: told.length,
      value: mean(told.map((m) => m.error)),
      ci95: bootstrap(byJob, (sample) => mean(sample.flat().map((m) => m.error))),
      aim: '<= 0.75',
      baselines: { 'always 0': mean(told.map((m) => m.zero)) },
    },
    {
      figure: 'relevant years: within one year',
      set,
      n: told.length,
      value: within(told),
      ci95: bootstrap(byJob, (sample) => within(sample.flat())),
      aim: '>= 0.80',
      baselines: { 'always 0': mean(told.map((m) => (m.zero <= 1 ? 1 : 0))) },
    },
    {
      figure: 'resumes without dates (null)',
      set,
      n: misses.length,
      value: mean(misses.map((m) => (m.silent ? 1 : 0))),
      aim: '',
      baselines: {},
    },
  ]
}
