import type { Span } from '../resume/types.ts'
import type { IntegrityFlag } from '../types.ts'

export type IntegrityCode =
  | 'hidden_characters'
  | 'hidden_text'
  | 'homoglyphs'
  | 'instructions_to_machine'
  | 'keyword_stuffing'
  | 'copied_job_description'
  | 'whitespace_tricks'

/** A finding with the text that must bring no credit. */
export interface IntegrityFinding extends IntegrityFlag {
  code: IntegrityCode
  /** UTF-16 spans of the cleaned resume that are to be left out of matching; empty where nothing readable is at stake. */
  excluded: Span[]
}

/** A finding before it has its quote. */
export interface RawFinding {
  code: IntegrityCode
  message: string
  /** What is quoted, on the cleaned text. */
  shown: Span
  excluded: Span[]
}
