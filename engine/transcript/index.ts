export { createTranscriptAnalyzer, MAX_TRANSCRIPT } from './analyze.ts'
export { CONCERNS } from './concerns/catalogue.ts'
export { TranscriptError, type TranscriptErrorCode } from './errors.ts'
export type * from './types.ts'
