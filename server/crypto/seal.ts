import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** First byte of everything sealed: lets a later format be told apart. */
const format = 1
const nonceBytes = 12
const tagBytes = 16

/** What was opened is not what was sealed: another key, another place, or changed bytes. */
export class SealBrokenError extends Error {
  constructor(place: string, cause?: unknown) {
    super(`Stored data of ${place} cannot be decrypted: it was changed, moved or sealed with another key.`, { cause })
    this.name = 'SealBrokenError'
  }
}

/**
 * AES-256-GCM with a random nonce: format byte, nonce (12), tag (16), ciphertext. `place` (`table|row id`) is authenticated
 * with it, so that a sealed text moved to another row no longer opens.
 */
export function seal(key: Uint8Array, place: string, plaintext: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([Buffer.from([format]), nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` made with the same key and place. @throws SealBrokenError */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes[0] !== format || bytes.length < 1 + nonceBytes + tagBytes) throw new SealBrokenError(place)
  const nonce = bytes.subarray(1, 1 + nonceBytes)
  const tag = bytes.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes.subarray(1 + nonceBytes + tagBytes)), decipher.final()])
  } catch (cause) {
    throw new SealBrokenError(place, cause)
  }
}
