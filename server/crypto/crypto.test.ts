import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { temporaryDirectory } from '../testing/temporary-directory.ts'
import { masterKeySource, newMasterKey, parseMasterKey } from './master-keys.ts'
import { seal, unseal } from './seal.ts'

describe('a sealed text', () => {
  const key = randomBytes(32)

  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (plain, place) =>
        unseal(key, place, seal(key, place, plain)).equals(plain),
      ),
    )
  })

  it('does not open after any one byte was changed', () => {
    const sealed = seal(key, 'table|row', Buffer.from('a resume'))
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(() => unseal(key, 'table|row', changed)).toThrow('cannot be decrypted')
    }
  })

  it('does not open when shortened, in another row, or with another key', () => {
    const sealed = seal(key, 'table|row', Buffer.from('a resume'))
    expect(() => unseal(key, 'table|row', sealed.subarray(0, -1))).toThrow()
    expect(() => unseal(key, 'table|row', sealed.subarray(0, 20))).toThrow()
    expect(() => unseal(key, 'table|other', sealed)).toThrow()
    expect(() => unseal(randomBytes(32), 'table|row', sealed)).toThrow()
  })

  it('looks different each time', () => {
    const once = () => seal(key, 'table|row', Buffer.from('a resume')).toString('hex')
    expect(once()).not.toBe(once())
  })
})

describe('the encryption key', () => {
  it('may be hexadecimal or base64, with the same fingerprint', () => {
    const bytes = randomBytes(32)
    const { fingerprint } = parseMasterKey(bytes.toString('hex'), 'KEY')
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
    expect(parseMasterKey(bytes.toString('base64'), 'KEY').fingerprint).toBe(fingerprint)
  })

  it.each(['changeme', 'short', '0'.repeat(64), Buffer.alloc(16, 7).toString('hex')])('refuses %s, unnamed', (text) => {
    expect(() => parseMasterKey(text, 'KEY')).toThrow('KEY must hold 32 random bytes')
    expect(() => parseMasterKey(text, 'KEY')).not.toThrow(text)
  })

  it('is kept in a file that only its owner can read, the newest first', () => {
    const DATA_DIR = join(temporaryDirectory(), 'made with the first key')
    const source = masterKeySource({ DATA_DIR })
    const [first, second] = [newMasterKey(), newMasterKey()]
    expect(source.read()).toEqual([])
    source.prepend!(first)
    source.prepend!(second)
    expect(source.read().map((key) => key.bytes)).toEqual([Buffer.from(second), Buffer.from(first)])
    expect(statSync(join(DATA_DIR, 'encryption-key')).mode & 0o777).toBe(0o600)
    source.keepFirst!()
    expect(source.read()).toHaveLength(1)
  })

  it('comes from the environment before any file, several separated by commas', () => {
    const text = [newMasterKey(), newMasterKey()].map((key) => Buffer.from(key).toString('hex')).join(',')
    const source = masterKeySource({ DATA_DIR: temporaryDirectory(), INNOHIRE_ENCRYPTION_KEY: text })
    expect(source.read()).toHaveLength(2)
    expect(source.prepend).toBeUndefined()
  })

  it('names the file that is missing', () => {
    const source = masterKeySource({ DATA_DIR: '.', INNOHIRE_ENCRYPTION_KEY_FILE: '/nowhere/key' })
    expect(() => source.read()).toThrow('/nowhere/key')
  })
})
