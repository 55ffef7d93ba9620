import { hash } from 'node:crypto'
import { limits } from '@innohire/contract'
import { ApiError } from '../errors.ts'

/** The Idempotency-Key of a request, bare or in one pair of quotes; undefined without one. Throws invalid_idempotency_key. */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  const text = String(header)
  const key = text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
  if (!/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(key) || key.length > limits.idempotency_key_characters)
    throw new ApiError('invalid_idempotency_key')
  return key
}

/** What makes two requests the same: SHA-256, hex, of method, path and the bytes of the body. */
export const fingerprint = (method: string, path: string, body: Buffer): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${method} ${path}\n`), body]), 'hex')
