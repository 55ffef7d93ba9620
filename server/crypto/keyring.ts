import { randomBytes } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../db/open.ts'
import { serverSecrets, workspaceDataKeys } from '../db/schema.ts'
import { EncryptionKeyError, type MasterKey, type MasterKeySource, newMasterKey } from './master-keys.ts'
import { seal, unseal } from './seal.ts'

/** Secrets that all processes of an installation share. */
const secretNames = ['cursor', 'audit'] as const
export type SecretName = (typeof secretNames)[number]
/** Held while the first secrets are made, so that processes which start together agree on one master key. */
export const keyringLock = 7_166_002

export interface Sealed {
  bytes: Buffer
  /** Version of the workspace's data key; store it beside the bytes. */
  key_version: number
}

/** Seals and opens the stored texts of workspaces. */
export interface Keyring {
  /** Makes the first data key of a workspace, in the transaction that makes the workspace, or a later version. */
  addDataKey(tx: Transaction, workspace_id: string, version: number): Promise<void>
  /** Seals with the newest data key of the workspace, bound to its place. */
  seal(tx: Transaction, workspace_id: string, place: Place, plaintext: string | Uint8Array): Promise<Sealed>
  /** @throws SealBrokenError when bytes, place or key are not those of the sealing */
  open(tx: Transaction, workspace_id: string, place: Place, sealed: StoredSeal): Promise<Buffer>
  /** Opens many at once: what it gives needs no transaction, so that none waits for the work. */
  opener(tx: Transaction, workspace_id: string, key_versions: Iterable<number>): Promise<Opener>
  /** 32 bytes for HMAC, the same in all processes. */
  secret(name: SecretName): Uint8Array
  /** Fingerprint of the master key that wraps what is new. */
  master_fingerprint(): string
  /** For the rotation: the master key by fingerprint, and forgetting what was unwrapped. */
  master(fingerprint: string): MasterKey
  reload(): void
  source: MasterKeySource
}

export interface Place {
  table: string
  row_id: string
}

export interface StoredSeal {
  bytes: Uint8Array
  key_version: number
}

/** Opens what was sealed with one of the key versions it was made for. @throws SealBrokenError */
export type Opener = (place: Place, sealed: StoredSeal) => Buffer

const placeName = (place: Place) => `${place.table}|${place.row_id}`
export const dataKeyPlace = (workspace_id: string, version: number) => `workspace_data_keys|${workspace_id}|${version}`
export const secretPlace = (name: string) => `server_secrets|${name}`

/**
 * Opens the keyring of a database: on an empty one the master key is made where none is configured.
 * @throws EncryptionKeyError when the configured key is not the one of this database
 */
export async function openKeyring(database: Database, source: MasterKeySource): Promise<Keyring> {
  let masters = new Map<string, MasterKey>()
  let current: MasterKey | undefined
  const dataKeys = new Map<string, Uint8Array>()
  const newest = new Map<string, number>()

  const reload = () => {
    const keys = source.read()
    masters = new Map(keys.map((key) => [key.fingerprint, key]))
    current = keys[0]
    newest.clear()
  }
  const master = (fingerprint: string): MasterKey => {
    // Another process may have rotated the key file since it was read.
    if (!masters.has(fingerprint)) reload()
    const found = masters.get(fingerprint)
    if (found) return found
    throw new EncryptionKeyError(
      `The encryption key does not match the database: it needs the key with fingerprint ${fingerprint}, and ` +
        `${source.described_as} has ${[...masters.keys()].join(', ') || 'none'}. Give all processes the key that the ` +
        'database was set up with: set INNOHIRE_ENCRYPTION_KEY, or restore the file encryption-key from your backup.',
    )
  }

  reload()
  const secrets = await database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${keyringLock})`)
    const rows = await tx.select().from(serverSecrets)
    if (rows.length === 0 && current === undefined) {
      source.prepend?.(newMasterKey())
      reload()
    }
    const found = new Map<string, Uint8Array>()
    for (const row of rows)
      found.set(row.name, unseal(master(row.master_fingerprint).bytes, secretPlace(row.name), row.wrapped))
    for (const name of secretNames) {
      if (found.has(name)) continue
      const secret = randomBytes(32)
      const wrapped = seal(newestMaster().bytes, secretPlace(name), secret)
      await tx.insert(serverSecrets).values({ name, wrapped, master_fingerprint: newestMaster().fingerprint })
      found.set(name, secret)
    }
    return found
  })

  function newestMaster(): MasterKey {
    if (current) return current
    throw new EncryptionKeyError(`${source.described_as} holds no encryption key.`)
  }

  async function dataKey(tx: Transaction, workspace_id: string, version: number): Promise<Uint8Array> {
    const name = dataKeyPlace(workspace_id, version)
    const known = dataKeys.get(name)
    if (known) return known
    const [row] = await tx
      .select()
      .from(workspaceDataKeys)
      .where(and(eq(workspaceDataKeys.workspace_id, workspace_id), eq(workspaceDataKeys.version, version)))
    if (row === undefined) throw new EncryptionKeyError(`Workspace ${workspace_id} has no data key ${version}.`)
    const key = unseal(master(row.master_fingerprint).bytes, name, row.wrapped)
    dataKeys.set(name, key)
    return key
  }

  async function newestVersion(tx: Transaction, workspace_id: string): Promise<number> {
    const known = newest.get(workspace_id)
    if (known !== undefined) return known
    const [row] = await tx
      .select({ version: workspaceDataKeys.version })
      .from(workspaceDataKeys)
      .where(eq(workspaceDataKeys.workspace_id, workspace_id))
      .orderBy(desc(workspaceDataKeys.version))
      .limit(1)
    if (row === undefined) throw new EncryptionKeyError(`Workspace ${workspace_id} has no data key.`)
    newest.set(workspace_id, row.version)
    return row.version
  }

  return {
    async addDataKey(tx, workspace_id, version) {
      const master_key = newestMaster()
      await tx.insert(workspaceDataKeys).values({
        workspace_id,
        version,
        wrapped: seal(master_key.bytes, dataKeyPlace(workspace_id, version), randomBytes(32)),
        master_fingerprint: master_key.fingerprint,
        created_at: sql`now()`,
      })
    },
    async seal(tx, workspace_id, place, plaintext) {
      const key_version = await newestVersion(tx, workspace_id)
      const key = await dataKey(tx, workspace_id, key_version)
      return {
        bytes: seal(key, placeName(place), typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext),
        key_version,
      }
    },
    async open(tx, workspace_id, place, sealed) {
      return unseal(await dataKey(tx, workspace_id, sealed.key_version), placeName(place), sealed.bytes)
    },
    async opener(tx, workspace_id, key_versions) {
      const keys = new Map<number, Uint8Array>()
      for (const version of new Set(key_versions)) keys.set(version, await dataKey(tx, workspace_id, version))
      return (place, sealed) => {
        const key = keys.get(sealed.key_version)
        if (key === undefined) throw new EncryptionKeyError(`Workspace ${workspace_id}: key version not loaded.`)
        return unseal(key, placeName(place), sealed.bytes)
      }
    },
    secret: (name) => secrets.get(name)!,
    master_fingerprint: () => newestMaster().fingerprint,
    master,
    reload,
    source,
  }
}
