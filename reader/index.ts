export { ReadError, type ReadErrorCode } from './errors.ts'
export { openReader, type Reader, type ReaderOptions, type ReadOptions } from './open-reader.ts'
export type { DocumentKind, IntegrityFlag, ReadDocument, ReadWarning } from './types.ts'
