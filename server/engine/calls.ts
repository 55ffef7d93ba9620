import type { EvaluationInput, EvaluationResult, TranscriptAnalysis, TranscriptInput } from '@innohire/engine'

/** What the engine's thread is asked. */
export type EngineCall = { kind: 'evaluate'; input: EvaluationInput } | { kind: 'analyze'; input: TranscriptInput }

/** What it answers; `refused` is a transcript that cannot be analysed, with a message for the caller. */
export type EngineAnswer =
  | { kind: 'evaluate'; result: EvaluationResult }
  | { kind: 'analyze'; analysis: TranscriptAnalysis }
  | { kind: 'refused'; message: string }
