import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keyring } from '../crypto/keyring.ts'
import { ApiError } from '../errors.ts'

/** The last row of a page: the next one begins after it. */
export interface Position {
  created_at: Date
  id: string
}

const tagBytes = 16

const tagOf = (keyring: Keyring, purpose: string, body: Buffer): Buffer =>
  createHmac('sha256', keyring.secret('cursor')).update(`${purpose}|`).update(body).digest().subarray(0, tagBytes)

/** An opaque text for a position; `purpose` names the list and the workspace, in which alone it is taken back. */
export function encodeCursor(keyring: Keyring, purpose: string, { created_at, id }: Position): string {
  const body = Buffer.from(`${created_at.getTime()}|${id}`)
  return Buffer.concat([tagOf(keyring, purpose, body), body]).toString('base64url')
}

/** @throws ApiError invalid_parameter for anything but a cursor that `encodeCursor` made for the same purpose */
export function decodeCursor(keyring: Keyring, purpose: string, cursor: string): Position {
  const bytes = Buffer.from(cursor, 'base64url')
  const tag = bytes.subarray(0, tagBytes)
  const body = bytes.subarray(tagBytes)
  if (tag.length !== tagBytes || !timingSafeEqual(tag, tagOf(keyring, purpose, body)))
    throw new ApiError('invalid_parameter', {
      param: 'cursor',
      message: '`cursor` is not one of this list. Send `next_cursor` of the page before, or leave it out.',
    })
  const [time, id] = body.toString().split('|')
  return { created_at: new Date(Number(time)), id: id! }
}
