import { summaryFrame, type TranscriptAnalysis } from '@innohire/engine'
import type { LanguageModel } from './open-language-model.ts'
import { sentenceWithQuote, summaryOf } from './summary-draft.ts'
import { summaryMaterialFor } from './summary-material.ts'

/**
 * Puts a language model's sentences in the place of the built-in writer's, between what the engine says of coverage and of
 * limits. Scores, concerns and evidence stay as they are. Whatever fails keeps the built-in summary, with a warning.
 */
export async function rewriteSummary(
  model: LanguageModel | undefined,
  transcript: string,
  analysis: TranscriptAnalysis,
  signal: AbortSignal,
): Promise<TranscriptAnalysis> {
  if (model === undefined)
    return withWarning(
      analysis,
      'llm_not_configured',
      'No language model is set up on this server, so the built-in writer was used.',
    )
  if (model.answers === 'plain')
    return withWarning(
      analysis,
      'llm_writer_unavailable',
      'The language model is set up for plain answers, and a summary is a structured one; the built-in writer was used.',
    )
  try {
    const { sentences } = await model.write(summaryOf(transcript), summaryMaterialFor(analysis), signal)
    const { opening, open, closing } = summaryFrame(analysis)
    const interviewer_summary = [opening, ...sentences.map(sentenceWithQuote), open, closing]
      .filter((sentence) => sentence !== '')
      .join(' ')
    return { ...analysis, interviewer_summary }
  } catch {
    signal.throwIfAborted()
    return withWarning(
      analysis,
      'llm_writer_unavailable',
      'The language model gave no usable summary; the built-in writer stands in for it.',
    )
  }
}

const withWarning = (analysis: TranscriptAnalysis, code: string, message: string): TranscriptAnalysis => ({
  ...analysis,
  warnings: [...analysis.warnings, { code, message }],
})
