import type { CandidateFacts, JobFacts } from './types.ts'

/** Messages under 400 characters are answered most (LinkedIn, InMails of 2021-2022). */
const MAX_LENGTH = 400

/** A first message with one true detail from the resume and one reason why the job fits; [Name] and [Company] are merge fields. */
export function writeOutreach(job: JobFacts, candidate: CandidateFacts): string {
  const role = job.title ?? 'role'
  const detail = detailOf(job, candidate)
  const why = reasonOf(job, candidate)
  const drafts = [
    `Hi [Name], ${detail} ${why} [Company] is hiring for ${article(role)}. Would a short call this week or next suit you?`,
    `Hi [Name], ${detail} [Company] is hiring for ${article(role)}. Would a short call suit you?`,
    `Hi [Name], [Company] is hiring for ${article(role)}. Would a short call suit you?`,
  ]
  return (drafts.find((d) => d.length <= MAX_LENGTH) ?? drafts.at(-1)!.slice(0, MAX_LENGTH)).replace(/ {2,}/g, ' ')
}

function detailOf(job: JobFacts, candidate: CandidateFacts): string {
  const matched = matchedTexts(job, candidate)
  const held = candidate.roles.find((r) => r.title)
  if (held?.title && matched[0])
    return `your work as ${held.title} and your experience with ${matched[0]} caught my eye.`
  if (held?.title) return `your work as ${held.title} caught my eye.`
  return matched[0] ? `your experience with ${matched[0]} caught my eye.` : ''
}

function reasonOf(job: JobFacts, candidate: CandidateFacts): string {
  const [, second, third] = matchedTexts(job, candidate)
  return second ? `It also calls for ${third ? `${second} and ${third}` : second}, which your resume shows.` : ''
}

function matchedTexts(job: JobFacts, candidate: CandidateFacts): string[] {
  const matched = new Set(candidate.results.filter((r) => r.status === 'matched').map((r) => r.requirement_id))
  return job.requirements
    .filter((r) => matched.has(r.id) && r.type === 'skill' && r.text.length <= 40)
    .map((r) => r.text)
}

const article = (role: string): string => `a ${role} role`.replace('role role', 'role')
