import { dot } from '@innohire/engine/meaning/word-vectors.ts'
import { stemOf, wordsOf } from '@innohire/engine/meaning/words.ts'
import { readJob } from '@innohire/engine/requirements/read-job.ts'
import type { Tools } from '@innohire/engine/tools.ts'
import { bootstrap } from './bootstrap.ts'
import type { Figure } from './experience.ts'
import type { JudgedJob } from './judged.ts'
import { mean } from './ranks.ts'

/** Cosine from which two wordings count as the same demand, or share of common words. */
const SAME_MEANING = 0.55
const SAME_WORDS = 0.5

/** Requirements that we read from a job description against the readers' list: a pair counts when words or meaning agree. */
export async function benchExtraction(set: string, jobs: readonly JudgedJob[], tools: Tools): Promise<Figure[]> {
  const perJob: { precision: number; recall: number; count: number }[] = []
  for (const job of jobs) {
    const ours = readJob(job.text, tools.finder).requirements.map((r) => `${r.text} ${r.quote.slice(0, 120)}`)
    const theirs = job.requirements.map((r) => r.text)
    const [a, b] = [await tools.embed(ours), await tools.embed(theirs)]
    const same = (i: number, j: number): boolean =>
      dot(a[i]!, b[j]!) >= SAME_MEANING || overlap(ours[i]!, theirs[j]!) >= SAME_WORDS
    perJob.push({
      precision: mean(ours.map((_, i) => (theirs.some((_, j) => same(i, j)) ? 1 : 0))),
      recall: mean(theirs.map((_, j) => (ours.some((_, i) => same(i, j)) ? 1 : 0))),
      count: ours.length,
    })
  }
  const figure = (name: string, of: (m: (typeof perJob)[number]) => number): Figure => ({
    figure: name,
    set,
    n: jobs.length,
    value: mean(perJob.map(of)),
    ci95: bootstrap(perJob, (sample) => mean(sample.map(of))),
    aim: '',
    baselines: {},
  })
  return [
    figure('requirements found: recall', (m) => m.recall),
    figure('requirements found: precision', (m) => m.precision),
    figure('requirements a job description', (m) => m.count),
  ]
}

/** Share of the second text's telling words that the first holds. */
function overlap(ours: string, theirs: string): number {
  const held = new Set(wordsOf(ours).map(stemOf))
  const wanted = [
    ...new Set(
      wordsOf(theirs)
        .filter((w) => w.length > 3)
        .map(stemOf),
    ),
  ]
  return wanted.length > 0 ? wanted.filter((w) => held.has(w)).length / wanted.length : 0
}
