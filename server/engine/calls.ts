import type { EvaluationInput, EvaluationResult, TranscriptAnalysis, TranscriptInput } from '@innohire/engine'

/** What the engine's thread is asked. */
export type EngineCall = { kind: 'evaluate'; input: EvaluationInput } | { kind: 'analyze'; input: TranscriptInput }

/** What the thread's embedder has done since the thread started. */
export interface EmbedderCounts {
  lines_embedded: number
  cache_hits: number
}

/** What it answers, with what its embedder has done so far. */
export type EngineAnswer = Answer & { embedder: EmbedderCounts }

/** `refused` is a transcript that cannot be analysed, with a message for the caller. */
export type Answer =
  | { kind: 'evaluate'; result: EvaluationResult }
  | { kind: 'analyze'; analysis: TranscriptAnalysis }
  | { kind: 'refused'; message: string }
