import type { Requirement, RequirementStatus } from '../types.ts'
import type { CandidateFacts, JobFacts } from './types.ts'

const MOST = 6
/** Gaps and open points are asked about first, proven strengths last. */
const ORDER: Readonly<Record<RequirementStatus, number>> = { unclear: 0, missing: 1, adjacent: 2, matched: 3 }

/** Screening questions: open points and gaps in the order of importance, then depth on what is proven. */
export function writeQuestions(job: JobFacts, candidate: CandidateFacts): string[] {
  const statusOf = new Map(candidate.results.map((r) => [r.requirement_id, r.status]))
  const asked = job.requirements
    .map((requirement, place) => ({ requirement, place, status: statusOf.get(requirement.id) ?? 'unclear' }))
    .filter(({ requirement }) => requirement.text.length <= 90)
    .sort(
      (a, b) => weight(b.requirement) - weight(a.requirement) || ORDER[a.status] - ORDER[b.status] || a.place - b.place,
    )
  const gaps = asked.filter((a) => a.status !== 'matched').slice(0, MOST - 2)
  const proven = asked.filter((a) => a.status === 'matched').slice(0, MOST - gaps.length)
  return [...gaps, ...proven].map(({ requirement, status }) => questionFor(requirement, status))
}

const weight = (r: Requirement): number => (r.is_knockout ? 2 : r.kind === 'must' ? 1 : 0)

function questionFor(requirement: Requirement, status: RequirementStatus): string {
  const what = inSentence(requirement.text)
  switch (requirement.type) {
    case 'credential':
      return status === 'matched'
        ? `When does your ${what} need to be renewed, and where is it valid?`
        : `Do you hold ${what}, or when could you obtain it?`
    case 'language':
      return `In which situations at work have you used ${what}, spoken and written?`
    case 'education':
      return status === 'matched'
        ? 'Which part of your studies do you use most in your work?'
        : `The role asks for: ${what}. Which training or work would you put in its place?`
    case 'skill':
      if (status === 'matched')
        return `Describe a piece of work in which ${what} mattered: what did you do, and what came of it?`
      if (status === 'adjacent') return `Your resume shows work close to ${what}. How would you bridge the difference?`
      return `What have you done with ${what}, and how recently?`
    default:
      return status === 'matched'
        ? `Tell us about your most demanding example of this: ${what}. What was your part and the result?`
        : `Which part of your work comes nearest to this: ${what}?`
  }
}

/** Lower-case start unless the first word is a name or an abbreviation. */
const inSentence = (text: string): string =>
  /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text
