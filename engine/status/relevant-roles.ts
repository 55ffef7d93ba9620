import { relevantYears } from '../experience/relevant-years.ts'
import type { WordVectors } from '../meaning/word-vectors.ts'
import type { JobProfile } from './job-profile.ts'
import { type ResumeView, wordSimilarity } from './resume-view.ts'

/** From this value on a role counts as relevant; set where the years' mean error against judged pairs is least. */
const RELEVANT = 0.5
const TITLE_SHARE = 0.5

/** How relevant each job held is to this job, 0-1: likeness of the titles and of the work described. */
export function roleRelevance(view: ResumeView, job: JobProfile, words: WordVectors): number[] {
  return view.parsed.roles.map((role, index) => {
    const title = wordSimilarity(job.titleVector, role.title ? words.vectorOf(role.title) : undefined)
    const work = view.lines.filter((line) => line.role === index).map((line) => line.plain)
    const content = wordSimilarity(job.vector, words.vectorOf(work.join('\n').slice(0, 4000)))
    return job.titleVector ? TITLE_SHARE * title + (1 - TITLE_SHARE) * content : content
  })
}

/** Years of the relevant roles, overlaps once, one decimal; null when the resume gives no dates. */
export function relevantExperience(view: ResumeView, job: JobProfile, words: WordVectors): number | null {
  const relevance = roleRelevance(view, job, words)
  return relevantYears(view.parsed.roles, (role) => relevance[role]! >= RELEVANT)
}
