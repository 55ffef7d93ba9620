import type { CandidateEvaluation, EvaluationInput, EvaluationResult } from '@innohire/engine'
import { guidance } from '@innohire/engine/writer/guidance.ts'
import type { CheckedDraft } from './check-draft.ts'
import { screeningTexts } from './draft.ts'
import { materialFor } from './material.ts'
import type { LanguageModel } from './open-language-model.ts'

/** Candidates whose texts are asked for at a time; a local model serves few at once. */
const atATime = 2
/** Beyond these, in the order of rank, the built-in writer's texts stay: a model takes seconds for each. */
const mostCandidates = 25

/**
 * Puts a language model's wording in the place of the built-in writer's questions and outreach. Scores, status, evidence
 * and the search strings stay as they are. Whatever fails keeps the built-in text, and a warning says so.
 */
export async function rewriteTexts(
  model: LanguageModel | undefined,
  input: EvaluationInput,
  result: EvaluationResult,
  signal: AbortSignal,
): Promise<EvaluationResult> {
  if (model === undefined)
    return withWarning(
      result,
      'llm_not_configured',
      'No language model is set up on this server, so the built-in writer was used.',
    )
  const texts = new Map(input.resumes.map(({ id, text }) => [id, text]))
  const candidates = [...result.candidates]
  let failed = 0
  const queue = candidates.slice(0, mostCandidates).map((candidate, i) => ({ candidate, i }))
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const material = materialFor(result.requirements, next.candidate, texts.get(next.candidate.id) ?? '')
      try {
        candidates[next.i] = apply(next.candidate, await model.write(screeningTexts, material, signal))
      } catch {
        signal.throwIfAborted()
        failed++
      }
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  const untouched = failed + Math.max(0, candidates.length - mostCandidates)
  const rewritten = { ...result, candidates }
  return untouched === 0
    ? rewritten
    : withWarning(
        rewritten,
        'llm_writer_unavailable',
        `The language model gave no usable text for ${untouched} of ${candidates.length} candidates; the built-in writer stands in for it there.`,
      )
}

const withWarning = (result: EvaluationResult, code: string, message: string): EvaluationResult => ({
  ...result,
  warnings: [...result.warnings, { code, message }],
})

function apply(candidate: CandidateEvaluation, draft: CheckedDraft): CandidateEvaluation {
  const details = draft.questions.map(({ question, competency, type, source_quote, probes }) => ({
    question,
    competency,
    type,
    scope: 'candidate' as const,
    why_asked: source_quote,
    probes,
    anchors: { ...guidance[type].anchors },
  }))
  return {
    ...candidate,
    ...(candidate.screening_questions
      ? { screening_questions: details.map(({ question }) => question), question_details: details }
      : {}),
    ...(candidate.linkedin_outreach_draft ? { linkedin_outreach_draft: draft.message, subject: draft.subject } : {}),
  }
}
