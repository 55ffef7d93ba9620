import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const shape = /^ih_(live|test)_[0-9A-Za-z]{38}$/
const checksumLength = 6

export type KeyEnvironment = 'live' | 'test'

/** A new API key: prefix, 32 random base62 characters (190 bits) and the checksum of what stands before it. */
export function generateKey(environment: KeyEnvironment): string {
  const random = Array.from({ length: 32 }, () => base62[randomInt(62)]).join('')
  const body = `ih_${environment}_${random}`
  return body + checksumOf(body)
}

/** CRC32 (zlib) in base62, left-padded to 6: lets scanners and this server tell a typo without a look-up. */
export function checksumOf(body: string): string {
  let rest = crc32(body)
  let digits = ''
  for (let i = 0; i < checksumLength; i++) {
    digits = base62[rest % 62]! + digits
    rest = Math.floor(rest / 62)
  }
  return digits
}

/** The environment that a key is for; undefined where it is not a key: wrong shape or checksum. */
export function parseKey(text: string): KeyEnvironment | undefined {
  const environment = shape.exec(text)?.[1] as KeyEnvironment | undefined
  const isWhole = text.slice(-checksumLength) === checksumOf(text.slice(0, -checksumLength))
  return environment && isWhole ? environment : undefined
}

/** What is stored of a key. */
export const hashKey = (key: string): Buffer => createHash('sha256').update(key).digest()

/** What is shown of a key: `ih_live_0123...OJfq`. */
export const hintOf = (key: string): string => `${key.slice(0, 12)}...${key.slice(-4)}`

/** The key of an `Authorization: Bearer` header; undefined where the header is not of that form. */
export const bearerOf = (authorization: string): string | undefined => /^Bearer +([^\s]+) *$/i.exec(authorization)?.[1]
