import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearerOf, checksumOf, generateKey, hintOf, parseKey } from './key-format.ts'

// Published with the key format; zlib of Node and of Python agree on it.
const vector = 'ih_live_0123456789ABCDEFGHIJKLMNOPQRSTUV39OJfq'

describe('the API key format', () => {
  it('has the published checksum', () => {
    expect(checksumOf(vector.slice(0, -6))).toBe('39OJfq')
    expect(parseKey(vector)).toBe('live')
  })

  it('accepts every key that it generates', () => {
    for (const environment of ['live', 'test'] as const) {
      const key = generateKey(environment)
      expect(key).toMatch(/^ih_(live|test)_[0-9A-Za-z]{38}$/)
      expect(parseKey(key)).toBe(environment)
    }
  })

  it('refuses a key with any one character changed', () => {
    fc.assert(
      fc.property(fc.nat(vector.length - 1), fc.constantFrom(...'0aZ9_x'), (at, character) => {
        const changed = vector.slice(0, at) + character + vector.slice(at + 1)
        return changed === vector || parseKey(changed) === undefined
      }),
    )
  })

  it('refuses what stands before or after a key', () => {
    for (const text of [` ${vector}`, `${vector}\n`, `${vector}0`, 'ih_live_', ''])
      expect(parseKey(text)).toBeUndefined()
  })

  it('pads a small checksum with zeros', () => {
    // CRC32 of the empty text is 0.
    expect(checksumOf('')).toBe('000000')
  })

  it('shows no more of a key than its hint', () => expect(hintOf(vector)).toBe('ih_live_0123...OJfq'))

  it('reads a bearer token in any case of the scheme, and nothing else', () => {
    expect(bearerOf(`bearer  ${vector}`)).toBe(vector)
    for (const header of [vector, `Basic ${vector}`, 'Bearer', `Bearer ${vector} more`])
      expect(bearerOf(header)).toBeUndefined()
  })
})
