import { relevantYears } from '../experience/relevant-years.ts'
import { dot } from '../meaning/word-vectors.ts'
import type { Role } from '../resume/types.ts'
import type { TitleLexicon } from '../titles/types.ts'
import type { Assessed } from './assess.ts'
import { fieldCorrelation, fieldOverlap, fieldScores } from './career-fields.ts'
import type { EmbeddedJob } from './embed.ts'
import type { JobProfile } from './job-profile.ts'
import { coverage } from './likeness.ts'
import type { Models } from './models.ts'
import { plainTitle, type ResumeView, type ViewLine, wordSimilarity } from './resume-view.ts'
import type { Embedded } from './signals.ts'

/** Names of the inputs of the role model, in the order of `roleFeatures`. */
export const ROLE_FEATURES = [
  'bias',
  'title_nearness',
  'title_meaning',
  'title_demands',
  'title_field',
  'work_coverage',
  'work_mentions',
  'work_likeness',
  'resume_field',
  'resume_credit',
  'text_job',
  'text_demands',
  'text_line',
  'title_words',
  'resume_meaning',
  'resume_title',
  'title_meaning_squared',
] as const

/** What stands in for the title of a job that has none: about what the titles of other fields have. */
const NO_TITLE = { meaning: 0.25, demands: 0.15, field: 0.3, digest: 0.25 }

/** One resume as compared with one job description. */
export interface Compared {
  view: ResumeView
  job: JobProfile
  embeddedJob: EmbeddedJob
  embedded: Embedded
  assessed: readonly Assessed[]
}

/** One row a job held: likeness of its title and of the work described, and of the resume as a whole. */
export function roleFeatures(compared: Compared, titles: TitleLexicon): number[][] {
  const { view, job, embeddedJob, embedded, assessed } = compared
  const asked = job.title ? titles.resolve(job.title) : undefined
  const field = fieldCorrelation(embeddedJob.fields, fieldScores(embedded.digestVector))
  const credit = weighted(job, (i) => assessed[i]?.credit ?? 0)
  return view.parsed.roles.map((role, index) => {
    const held = role.title ? titles.resolve(role.title) : undefined
    const lines = view.lines.filter((line) => line.role === index)
    const stems = new Set(lines.flatMap((line) => [...line.stems]))
    const [meaning, demands, ofField] = titleFeatures(role, compared)
    return [
      1,
      asked && held ? titles.nearness(asked.group, held.group) : 0,
      meaning,
      demands,
      ofField,
      weighted(job, (i) => coverage(job.probes[i]!, stems)),
      weighted(job, (i) => (isMentioned(job, i, view, role) ? 1 : 0)),
      weighted(job, (i) => bestLikeness(job, i, lines)),
      field,
      credit,
      wordSimilarity(job.vector, view.roleTexts[index]),
      weighted(job, (i) => wordSimilarity(job.probes[i]!.vector, view.roleTexts[index])),
      lines.reduce((best, line) => Math.max(best, wordSimilarity(job.vector, line.vector)), 0),
      wordSimilarity(job.vector, view.roleTitles[index]),
      embedded.digest,
      embeddedJob.title ? dot(embedded.digestVector, embeddedJob.title) : NO_TITLE.digest,
      meaning * meaning,
    ]
  })
}

/**
 * Closeness of a title to the job's title, to its demands, and of their fields of work. The second is fitted with a minus:
 * vague titles (Manager, Business Development) are near any demand, and so what is left of the first is specific.
 */
function titleFeatures(role: Role, { job, embeddedJob, embedded }: Compared): [number, number, number] {
  const title = plainTitle(role)
  const vector = title === undefined ? undefined : embedded.byTitle.get(title)
  if (!vector) return [NO_TITLE.meaning, NO_TITLE.demands, NO_TITLE.field]
  return [
    embeddedJob.title ? dot(vector, embeddedJob.title) : NO_TITLE.meaning,
    weighted(job, (i) => Math.max(0, dot(vector, embeddedJob.phrases[i]!))),
    fieldOverlap(embeddedJob.fields, fieldScores(vector)),
  ]
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

/**
 * How far from the border between relevant and not, in units of the model's sum, a role still counts in part. Readers count half
 * of the jobs that they count at all in part only; a border of no width misses their years by a twentieth more.
 */
const BORDER = 0.5

export interface RelevantExperience {
  /** One decimal; overlaps once, roles on the border in part; null when the resume gives no dates. */
  years: number | null
  /** How far each parsed role counts, 0-1. */
  shares: number[]
}

/** Which roles count for the job, and the years they come to. */
export function relevantExperience(
  compared: Compared,
  tools: { titles: TitleLexicon; models: Models },
): RelevantExperience {
  // The sum of a logistic over the features, fitted where the months of the roles it takes come nearest to the readers' years.
  const shares = roleFeatures(compared, tools.titles).map((row) => {
    const sum = row.reduce((total, value, i) => total + value * tools.models.role[i]!, 0)
    return Math.min(1, Math.max(0, (sum + BORDER) / (2 * BORDER)))
  })
  return { years: relevantYears(compared.view.parsed.roles, (role) => shares[role]!), shares }
}
