import { assessRequirements } from '@innohire/engine/status/assess-requirements.ts'
import type { Tools } from '@innohire/engine/tools.ts'
import { bootstrap } from './bootstrap.ts'
import type { Figure } from './experience.ts'
import { type JudgedJob, latestYear } from './judged.ts'
import { mean } from './ranks.ts'

/** Shortest run of letters and digits that tells one quote from another. */
const TELLING = 4

/**
 * Where we and a reader both found something for a requirement: how often our quote, or the line that it stands in, holds
 * the words that the reader quoted. A resume often says the same in several places, so that 1 cannot be reached.
 */
export async function benchEvidence(jobs: readonly JudgedJob[], toolsOf: (job: string) => Tools): Promise<Figure[]> {
  const byJob: { ours: number; byChance: number }[][] = []
  for (const job of jobs) {
    const found: { ours: number; byChance: number }[] = []
    for (const pair of job.pairs) {
      const input = { requirements: job.requirements, resume_text: pair.resume, as_of: latestYear(pair.resume) }
      const lines = pair.resume.split('\n').filter((line) => plain(line).length >= TELLING)
      for (const { requirement_id, evidence } of await assessRequirements(input, toolsOf(job.id))) {
        const quotes = (pair.quotes[requirement_id] ?? []).map(plain).filter((quote) => quote.length >= TELLING)
        const [first] = evidence
        if (!first || !quotes.some((quote) => plain(pair.resume).includes(quote))) continue
        found.push({
          ours: holds(first.context ?? first.quote, quotes) ? 1 : 0,
          byChance: mean(lines.map((line) => (holds(line, quotes) ? 1 : 0))),
        })
      }
    }
    byJob.push(found)
  }
  const all = byJob.flat()
  const share = (of: readonly { ours: number }[]): number => mean(of.map(({ ours }) => ours))
  return [
    {
      figure: "evidence: the reader's words in our quote or its line",
      set: 'judged',
      n: all.length,
      value: share(all),
      ci95: bootstrap(byJob, (sample) => share(sample.flat())),
      aim: '',
      baselines: { 'a line by chance': mean(all.map(({ byChance }) => byChance)) },
    },
  ]
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A text holds a quote when it has its words in a row, or most of its longer words. */
function holds(text: string, quotes: readonly string[]): boolean {
  const hay = plain(text)
  return quotes.some((quote) => {
    const words = quote.split(' ').filter((word) => word.length >= TELLING)
    return hay.includes(quote) || (words.length > 0 && mean(words.map((w) => (hay.includes(w) ? 1 : 0))) >= 0.7)
  })
}
