import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface MasterKey {
  bytes: Uint8Array
  /** 16 hex digits that name the key without giving it away; stored beside all that it wraps. */
  fingerprint: string
}

/** Where the master keys come from; the first one wraps what is new, the others still open what they wrapped. */
export interface MasterKeySource {
  /** For messages: an environment name or a file. */
  described_as: string
  /** Reads the keys anew; empty where the file does not exist yet. @throws EncryptionKeyError */
  read(): MasterKey[]
  /** Puts a key in front of the others; undefined where the operator keeps the key. */
  prepend?(key: Uint8Array): void
  /** Forgets all keys but the first. */
  keepFirst?(): void
}

/** The encryption key is missing, malformed, or not the one of this database. The message says the way out. */
export class EncryptionKeyError extends Error {
  override name = 'EncryptionKeyError'
}

const refused = /^(changeme|change-me|secret|password)/i

/** Reads one key of 32 bytes: 64 hexadecimal digits, or base64. @throws EncryptionKeyError, never with the value */
export function parseMasterKey(text: string, described_as: string): MasterKey {
  const bytes = /^[0-9a-fA-F]{64}$/.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64')
  const isWeak = refused.test(text) || new Set(bytes).size < 8
  if (bytes.length !== 32 || isWeak)
    throw new EncryptionKeyError(
      `${described_as} must hold 32 random bytes as 64 hexadecimal digits or base64. Make one with: openssl rand -hex 32`,
    )
  return { bytes, fingerprint: fingerprintOf(bytes) }
}

const fingerprintOf = (bytes: Uint8Array): string =>
  createHmac('sha256', bytes).update('innohire master key').digest('hex').slice(0, 16)

const parseAll = (text: string, described_as: string): MasterKey[] =>
  text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => parseMasterKey(part, described_as))

export interface MasterKeySettings {
  INNOHIRE_ENCRYPTION_KEY?: string | undefined
  INNOHIRE_ENCRYPTION_KEY_FILE?: string | undefined
  DATA_DIR: string
}

/** The environment first, then the file it names, else a file of our own in DATA_DIR. Several keys: the newest first. */
export function masterKeySource(settings: MasterKeySettings): MasterKeySource {
  const text = settings.INNOHIRE_ENCRYPTION_KEY
  if (text) {
    const described_as = 'INNOHIRE_ENCRYPTION_KEY'
    return { described_as, read: () => parseAll(text, described_as) }
  }
  const named = settings.INNOHIRE_ENCRYPTION_KEY_FILE
  if (named) {
    const described_as = `INNOHIRE_ENCRYPTION_KEY_FILE (${named})`
    const read = () => {
      if (!existsSync(named)) throw new EncryptionKeyError(`${described_as} does not exist.`)
      return parseAll(readFileSync(named, 'utf8'), described_as)
    }
    return { described_as, read }
  }
  return ownFile(join(settings.DATA_DIR, 'encryption-key'))
}

function ownFile(path: string): MasterKeySource {
  const read = () => (existsSync(path) ? parseAll(readFileSync(path, 'utf8'), path) : [])
  const draft = `${path}.${process.pid}`
  const write = (keys: readonly Uint8Array[], put: (draft: string) => void) => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const lines = keys.map((key) => `${Buffer.from(key).toString('hex')}\n`)
    writeFileSync(draft, lines.join(''), { mode: 0o600, flush: true })
    put(draft)
  }
  return {
    described_as: path,
    read,
    prepend(key) {
      const others = read().map((other) => other.bytes)
      // The first key of all is linked, which fails where another process was faster; later ones replace the file whole.
      if (others.length > 0) write([key, ...others], (from) => renameSync(from, path))
      else
        write([key], (from) => {
          try {
            linkSync(from, path)
          } finally {
            rmSync(from, { force: true })
          }
        })
    },
    keepFirst() {
      write(
        read()
          .slice(0, 1)
          .map((first) => first.bytes),
        (from) => renameSync(from, path),
      )
    },
  }
}

/** A new master key. */
export const newMasterKey = (): Uint8Array => randomBytes(32)
