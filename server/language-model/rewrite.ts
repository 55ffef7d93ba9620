import type { EvaluationInput, EvaluationResult } from '@innohire/engine'
import { rewordCandidate, writeCandidate } from './candidate-texts.ts'
import type { LanguageModel } from './open-language-model.ts'
import { LanguageModelError, type Outcome } from './outcome.ts'

/** Candidates whose texts are asked for at a time; a local model serves few at once. */
const atATime = 2
/** Beyond these, in the order of rank, the built-in writer's texts stay: a model takes seconds for each. */
const mostCandidates = 25

/**
 * Puts a language model's wording in the place of the built-in writer's: of the questions for this candidate and of the
 * outreach. The questions that all candidates of a job share, scores, status, evidence and the search strings stay as they
 * are. Whatever fails keeps the built-in text, and a warning says so and why.
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
  const reasons = new Map<string, number>()
  const incomplete = new Set<number>()
  const queue = candidates.slice(0, mostCandidates).map((candidate, i) => ({ candidate, i }))
  const note = (i: number, why: string) => {
    incomplete.add(i)
    reasons.set(why, (reasons.get(why) ?? 0) + 1)
  }
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { candidate, i } = next
      const attempt = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
        try {
          return await ask()
        } catch (error) {
          signal.throwIfAborted()
          note(i, reasonText[error instanceof LanguageModelError ? error.reason : 'failed'])
          return undefined
        }
      }
      const order = { model, requirements: result.requirements, resume: texts.get(candidate.id) ?? '', signal, attempt }
      candidates[i] = await (model.answers === 'plain' ? rewordCandidate : writeCandidate)(candidate, order)
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  for (let i = mostCandidates; i < candidates.length; i++) note(i, `only the first ${mostCandidates} are worded`)
  const why = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, n]) => `${reason} (${n})`)
  const rewritten = { ...result, candidates }
  return incomplete.size === 0
    ? rewritten
    : withWarning(
        rewritten,
        'llm_writer_unavailable',
        `The language model left texts of ${incomplete.size} of ${candidates.length} candidates to the built-in writer: ${why.join(', ')}.`,
      )
}

const reasonText: Readonly<Record<Outcome, string>> = {
  used: 'used',
  known: 'known',
  refused: 'text refused by the checks',
  invalid: 'answer of another shape',
  timeout: 'no answer in time',
  failed: 'no answer',
  resting: 'left alone after repeated failures',
}

const withWarning = (result: EvaluationResult, code: string, message: string): EvaluationResult => ({
  ...result,
  warnings: [...result.warnings, { code, message }],
})
