import type { CandidateEvaluation, Requirement } from '@innohire/engine'
import { identityFreeText, looksLikeName } from '@innohire/engine/integrity/identity-free-text.ts'

/** All that leaves the machine about one candidate: no resume, only what was found for each requirement. */
export interface Material {
  requirements: { id: string; asks: string; words: string }[]
  findings: { requirement: string; status: string; resume_says: string[] }[]
  /** The built-in questions that all candidates of the job share. */
  asked_of_everyone: string[]
}

/** Findings and requirements with names, addresses, schools, pronouns and contact data taken out of every quote. */
export function materialFor(
  requirements: readonly Requirement[],
  candidate: CandidateEvaluation,
  resumeText: string,
): Material {
  const redact = redactorFor(resumeText)
  return {
    requirements: requirements.map(({ id, text, quote }) => ({ id, asks: text, words: quote })),
    findings: candidate.requirement_results.map(({ requirement_id, status, evidence }) => ({
      requirement: requirement_id,
      status,
      resume_says: evidence.map(({ quote }) => redact(quote)).filter((quote) => quote.length > 2),
    })),
    asked_of_everyone: (candidate.question_details ?? []).flatMap(({ question, scope }) =>
      scope === 'core' ? [question] : [],
    ),
  }
}

/** Takes out who the person is: the name at the head of the resume, wherever it comes again, and what tells identity. */
export function redactorFor(resumeText: string): (text: string) => string {
  const head = resumeText.slice(0, 400).split('\n').slice(0, 4)
  const names = head.filter(looksLikeName).flatMap((line) => line.trim().split(/\s+/))
  const own = names.filter((name) => name.length > 2).map((name) => name.toLowerCase())
  return (text) =>
    identityFreeText(text)
      .split(' ')
      .filter((word) => !own.includes(word.toLowerCase().replace(/[^\p{L}'-]/gu, '')))
      .join(' ')
}
