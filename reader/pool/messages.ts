import type { ReadErrorCode } from '../errors.ts'
import type { ReadDocument } from '../types.ts'

/** Parent to child. */
export interface ReadRequest {
  id: number
  bytes: Uint8Array
}

/** Child to parent; `ready` once after the start, then any number of `ocr_page` and one ending for each request. */
export type ChildMessage =
  | { type: 'ready' }
  | { type: 'ocr_page'; id: number }
  | { type: 'done'; id: number; document: ReadDocument }
  | { type: 'failed'; id: number; code: ReadErrorCode; message: string }
