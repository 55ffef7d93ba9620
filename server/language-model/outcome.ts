import { DraftRefused } from './check-text.ts'

/** What became of one text that the model was to word: `used` and `known` (asked before) reach the response. */
export const outcomes = ['used', 'known', 'refused', 'invalid', 'timeout', 'failed', 'resting'] as const
export type Outcome = (typeof outcomes)[number]

/** No usable text. The reason is one of the outcomes that do not reach the response. */
export class LanguageModelError extends Error {
  override name = 'LanguageModelError'
  readonly reason: Outcome

  constructor(reason: Outcome, cause?: unknown) {
    super(`no text of the language model: ${reason}`, { cause })
    this.reason = reason
  }
}

/** `refused` by our checks, `invalid` for an answer of another shape, `timeout`, or `failed` for all that is no answer. */
export function reasonOf(error: unknown): Outcome {
  if (error instanceof DraftRefused) return 'refused'
  const names = [error, (error as Error).cause].map((e) => (e instanceof Error ? e.name : ''))
  if (names.includes('TimeoutError')) return 'timeout'
  // The AI SDK's names for an answer that is no JSON, or JSON of another shape, or none at all.
  return names.some((name) => /^AI_(?:NoObjectGenerated|NoOutputGenerated|JSONParse|TypeValidation)Error$/.test(name))
    ? 'invalid'
    : 'failed'
}
