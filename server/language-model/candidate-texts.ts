import type { CandidateEvaluation, Requirement } from '@innohire/engine'
import { guidance } from '@innohire/engine/writer/guidance.ts'
import type { Piece } from './check-wording.ts'
import { screeningTexts } from './draft.ts'
import { materialFor, redactorFor } from './material.ts'
import type { LanguageModel } from './open-language-model.ts'
import { wordingOf } from './wording.ts'

/** What the texts of one candidate are made with. */
export interface Order {
  model: LanguageModel
  requirements: readonly Requirement[]
  resume: string
  signal: AbortSignal
  /** Runs a call of the model; undefined where it gave no usable text, which is noted. */
  attempt<T>(ask: () => Promise<T>): Promise<T | undefined>
}

type Details = NonNullable<CandidateEvaluation['question_details']>
const mostQuestions = 8
const fewestQuestions = 5

/** With one structured answer: new questions for this candidate behind the shared ones, and a new message. */
export async function writeCandidate(candidate: CandidateEvaluation, order: Order): Promise<CandidateEvaluation> {
  const material = materialFor(order.requirements, candidate, order.resume)
  const draft = await order.attempt(() => order.model.write(screeningTexts, material, order.signal))
  if (draft === undefined) return candidate
  const written: Details = draft.questions.map(({ question, competency, type, source_quote, probes }) => ({
    question,
    competency,
    type,
    scope: 'candidate',
    why_asked: source_quote,
    probes,
    anchors: { ...guidance[type].anchors },
  }))
  const builtIn = candidate.question_details ?? []
  const core = builtIn.filter(({ scope }) => scope === 'core')
  const kept = builtIn.filter(({ scope }) => scope === 'candidate')
  const missing = Math.max(0, fewestQuestions - core.length - written.length)
  return withTexts(candidate, [...core, ...written, ...kept.slice(0, missing)].slice(0, mostQuestions), draft)
}

/**
 * With a short plain answer for each question into what the resume tells, and for the message; each stands or falls by
 * itself. Clarifications ask for one fact (a licence, years) and keep their words: small models lose the fact.
 */
export async function rewordCandidate(candidate: CandidateEvaluation, order: Order): Promise<CandidateEvaluation> {
  const redact = redactorFor(order.resume)
  const reword = async (piece: Piece): Promise<string> => {
    // What tells who the person is stays here.
    if (redact(piece.text) !== piece.text) return piece.text
    const worded = await order.attempt(() => order.model.write(wordingOf(piece), piece.text, order.signal))
    return worded?.text ?? piece.text
  }
  const details: Details = []
  for (const detail of candidate.question_details ?? []) {
    const isKept = detail.scope === 'core' || detail.type === 'clarification'
    const question = isKept ? detail.question : await reword({ kind: 'question', text: detail.question })
    details.push({ ...detail, question })
  }
  const draft = candidate.linkedin_outreach_draft
  const message = draft === undefined ? '' : await reword({ kind: 'message', text: draft })
  return withTexts(candidate, details, { message, subject: candidate.subject ?? '' })
}

/** Only in the place of texts that were asked for. */
function withTexts(
  candidate: CandidateEvaluation,
  details: Details,
  { message, subject }: { message: string; subject: string },
): CandidateEvaluation {
  return {
    ...candidate,
    ...(candidate.screening_questions
      ? { screening_questions: details.map(({ question }) => question), question_details: details }
      : {}),
    ...(candidate.linkedin_outreach_draft ? { linkedin_outreach_draft: message, subject } : {}),
  }
}
