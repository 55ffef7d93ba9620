import { readDocument } from '../read-document.ts'
import type { ReadDocument } from '../types.ts'

/** Reads in this process, for files that a test made itself. */
export const readHere = (bytes: Uint8Array): Promise<ReadDocument> => readDocument(bytes, { async startOcrPage() {} })
