import { relevantYears } from '../experience/relevant-years.ts'
import type { WordVectors } from '../meaning/word-vectors.ts'
import type { TitleLexicon } from '../titles/types.ts'
import type { Assessed } from './assess.ts'
import type { JobProfile } from './job-profile.ts'
import { coverage } from './likeness.ts'
import type { Models } from './models.ts'
import { type ResumeView, type ViewLine, wordSimilarity } from './resume-view.ts'

/** Names of the inputs of the role model, in the order of `roleFeatures`. */
export const ROLE_FEATURES = [
  'bias',
  'title_words',
  'title_nearness',
  'work_words',
  'work_coverage',
  'work_mentions',
  'work_likeness',
  'resume_digest',
  'resume_credit',
] as const

type RoleTools = { words: WordVectors; titles: TitleLexicon; models: Models }

/** One row a job held: likeness of title and of the work described, and how the resume as a whole fits. */
export function roleFeatures(
  view: ResumeView,
  job: JobProfile,
  assessed: readonly Assessed[],
  digest: number,
  tools: RoleTools,
): number[][] {
  const asked = job.title ? tools.titles.resolve(job.title) : undefined
  const credit = weighted(job, (i) => assessed[i]?.credit ?? 0)
  return view.parsed.roles.map((role, index) => {
    const lines = view.lines.filter((line) => line.role === index)
    const stems = new Set(lines.flatMap((line) => [...line.stems]))
    const held = role.title ? tools.titles.resolve(role.title) : undefined
    return [
      1,
      wordSimilarity(job.titleVector, role.title ? tools.words.vectorOf(role.title) : undefined),
      asked && held ? tools.titles.nearness(asked.group, held.group) : 0,
      wordSimilarity(
        job.vector,
        tools.words.vectorOf(
          lines
            .map((l) => l.plain)
            .join('\n')
            .slice(0, 4000),
        ),
      ),
      weighted(job, (i) => coverage(job.probes[i]!, stems)),
      weighted(job, (i) => (isMentioned(job, i, view, role) ? 1 : 0)),
      weighted(job, (i) => bestLikeness(job, i, lines)),
      digest,
      credit,
    ]
  })
}

function weighted(job: JobProfile, value: (probe: number) => number): number {
  const total = job.weights.reduce((sum, w) => sum + w, 0)
  return job.probes.length > 0 && total > 0
    ? job.probes.reduce((sum, _, i) => sum + job.weights[i]! * value(i), 0) / total
    : 0
}

const isMentioned = (job: JobProfile, probe: number, view: ResumeView, role: { start: number; end: number }): boolean =>
  job.probes[probe]!.concepts.some((concept) =>
    (view.mentions.get(concept.id) ?? []).some((m) => m.start >= role.start && m.start < role.end),
  )

const bestLikeness = (job: JobProfile, probe: number, lines: readonly ViewLine[]): number =>
  lines.reduce((best, line) => Math.max(best, wordSimilarity(job.probes[probe]!.vector, line.vector)), 0)

/** Years of the relevant roles, overlaps once, one decimal; null when the resume gives no dates. */
export function relevantExperience(
  view: ResumeView,
  job: JobProfile,
  assessed: readonly Assessed[],
  digest: number,
  tools: RoleTools,
): number | null {
  const rows = roleFeatures(view, job, assessed, digest, tools)
  // A logistic over the features, fitted where the months of the roles it takes come nearest to the readers' years.
  const isRelevant = rows.map((row) => row.reduce((sum, v, i) => sum + v * tools.models.role[i]!, 0) >= 0)
  return relevantYears(view.parsed.roles, (role) => isRelevant[role]!)
}
