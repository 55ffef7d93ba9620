import type { WordVectors } from '../meaning/word-vectors.ts'
import type { JobDescription } from '../requirements/read-job.ts'
import type { SkillFinder } from '../skills/types.ts'
import type { Requirement } from '../types.ts'
import { firstWords } from './digest.ts'
import { makeProbe, type Probe } from './probe.ts'

/** A job description made ready to be compared with resumes; computed once. */
export interface JobProfile {
  title: string | undefined
  probes: Probe[]
  /** What is embedded for the job: one phrase a requirement, or its sentences where no requirement was found. */
  phrases: string[]
  /** Weight of each phrase in the semantic similarity. */
  weights: number[]
  /** Title and demands in some 170 words, for one vector of the whole. */
  digest: string
  /** Word vector of the whole description, boilerplate left out. */
  vector: Float32Array | undefined
  /** Years that the job asks for: the largest stated minimum. */
  yearsAsked: number | undefined
}

/** Fills the model's 256 tokens. */
const DIGEST_WORDS = 170
/** Sentences that stand in for requirements in a job description that has none. */
const MAX_LINES = 12

export function profileJob(
  job: Pick<JobDescription, 'title' | 'lines'> & { requirements: readonly Requirement[] },
  tools: { finder: SkillFinder; words: WordVectors },
): JobProfile {
  const probes = job.requirements.map((requirement) => makeProbe(requirement, tools))
  const years = probes.flatMap((p) => (p.requirement.kind === 'must' && p.years !== undefined ? [p.years] : []))
  const phrases =
    probes.length > 0 ? probes.map((p) => p.phrase) : job.lines.slice(0, MAX_LINES).map((line) => line.slice(0, 240))
  return {
    title: job.title,
    probes,
    phrases,
    weights: probes.length > 0 ? probes.map(importanceOf) : phrases.map(() => 1),
    digest: firstWords([...(job.title ? [job.title] : []), ...job.lines].join('. '), DIGEST_WORDS),
    vector: tools.words.vectorOf([job.title ?? '', ...job.lines].join('\n').slice(0, 6000)),
    yearsAsked: years.length > 0 ? Math.max(...years) : undefined,
  }
}

/** How much hangs on a requirement, 0-1; requirements that came without it get it from their kind. */
export const importanceOf = ({ requirement: r }: Pick<Probe, 'requirement'>): number =>
  r.importance ?? (r.is_knockout ? 1 : r.kind === 'nice' ? 0.3 : r.type === 'other' ? 0.6 : 0.8)
