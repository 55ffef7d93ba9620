import { meanBestCosine } from '@innohire/engine/meaning/similarity.ts'
import { readJob } from '@innohire/engine/requirements/read-job.ts'
import { assess } from '@innohire/engine/status/assess.ts'
import { embedJob, embedResume } from '@innohire/engine/status/embed.ts'
import { profileJob } from '@innohire/engine/status/job-profile.ts'
import { viewResume } from '@innohire/engine/status/resume-view.ts'
import { cleanText } from '@innohire/engine/text/clean-text.ts'
import type { Tools } from '@innohire/engine/tools.ts'
import type { Figure } from './experience.ts'
import { type JudgedJob, latestYear } from './judged.ts'
import { mean, spearman } from './ranks.ts'

/** What fewer or more embedded lines cost: rank correlation of demands and meaning (half each) by line budget. */
export async function benchLines(jobs: readonly JudgedJob[], toolsOf: (job: string) => Tools): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const budget of [4, 8, 16, Number.MAX_SAFE_INTEGER]) {
    const perJob: number[] = []
    let lines = 0
    for (const job of jobs) {
      const tools = toolsOf(job.id)
      const profile = profileJob(readJob(cleanText(job.text).text, tools.finder), tools)
      const embeddedJob = await embedJob(profile, tools.embed)
      const values: number[] = []
      for (const pair of job.pairs) {
        const view = viewResume(cleanText(pair.resume).text, [], { ...tools, as_of: latestYear(pair.resume) })
        const embedded = await embedResume(profile, embeddedJob, view, tools.embed, budget)
        lines += embedded.lines.length + embedded.titles.length + 1
        const assessed = assess(profile.probes, view, embedded, tools)
        const total = profile.weights.reduce((a, b) => a + b, 0)
        const credit = assessed.reduce((sum, a, i) => sum + profile.weights[i]! * a.credit, 0) / (total || 1)
        const vectors = [...embedded.lines.map((l) => l.vector), ...embedded.titles]
        values.push(credit + (embedded.digest + meanBestCosine(embeddedJob.phrases, profile.weights, vectors)) / 2)
      }
      perJob.push(
        spearman(
          values,
          job.pairs.map((p) => p.fit),
        ),
      )
    }
    const pairs = jobs.reduce((sum, j) => sum + j.pairs.length, 0)
    figures.push({
      figure: `Spearman of demands and meaning, ${budget > 1e6 ? 'all' : budget} lines embedded`,
      set: 'judged',
      n: jobs.length,
      value: mean(perJob),
      aim: '',
      baselines: { 'texts embedded a resume': lines / pairs },
    })
  }
  return figures
}
