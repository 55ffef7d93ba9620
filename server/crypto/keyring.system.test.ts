import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../db/open.ts'
import { serverSecrets, workspaceDataKeys } from '../db/schema.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { testClock, testWorkspace } from '../testing/key-deps.ts'
import { temporaryDirectory } from '../testing/temporary-directory.ts'
import { type Keyring, openKeyring } from './keyring.ts'
import { masterKeySource, newMasterKey } from './master-keys.ts'
import { rotateEncryption } from './rotate.ts'

const hex = (key: Uint8Array) => Buffer.from(key).toString('hex')

forEachDatabase('the keyring', (open) => {
  const DATA_DIR = temporaryDirectory()
  const place = { table: 'evaluations', row_id: 'job_1' }
  let database: Database
  let keyring: Keyring
  const workspaceOf = (ring: Keyring) => testWorkspace({ database, keyring: ring, clock: testClock() })

  beforeAll(async () => {
    database = await open()
    keyring = await openKeyring(database, masterKeySource({ DATA_DIR }))
  })

  it('opens what another process with the same key sealed', async () => {
    const { id } = await workspaceOf(keyring)
    const sealed = await database.inWorkspace(id, (tx) => keyring.seal(tx, id, place, 'Zoë Example'))
    const elsewhere = await openKeyring(database, masterKeySource({ DATA_DIR }))
    expect((await database.inWorkspace(id, (tx) => elsewhere.open(tx, id, place, sealed))).toString()).toBe(
      'Zoë Example',
    )
    expect(elsewhere.secret('cursor')).toEqual(keyring.secret('cursor'))
  })

  it('does not open the text of one workspace with the key of another', async () => {
    const [one, two] = [await workspaceOf(keyring), await workspaceOf(keyring)]
    const sealed = await database.inWorkspace(one.id, (tx) => keyring.seal(tx, one.id, place, 'text'))
    const opening = database.inWorkspace(two.id, (tx) => keyring.open(tx, two.id, place, sealed))
    await expect(opening).rejects.toThrow('cannot be decrypted')
  })

  it('opens nothing any more once the data key of the workspace is dropped', async () => {
    const { id } = await workspaceOf(keyring)
    const sealed = await database.inWorkspace(id, (tx) => keyring.seal(tx, id, place, 'text'))
    await database.transaction((tx) => tx.delete(workspaceDataKeys).where(eq(workspaceDataKeys.workspace_id, id)))
    const afterwards = await openKeyring(database, masterKeySource({ DATA_DIR }))
    await expect(database.inWorkspace(id, (tx) => afterwards.open(tx, id, place, sealed))).rejects.toThrow(
      'no data key',
    )
  })

  it('refuses a key that is not the one of the database, and makes no new one', async () => {
    const foreign = masterKeySource({ DATA_DIR, INNOHIRE_ENCRYPTION_KEY: hex(newMasterKey()) })
    await expect(openKeyring(database, foreign)).rejects.toThrow('does not match the database')
    const empty = temporaryDirectory()
    await expect(openKeyring(database, masterKeySource({ DATA_DIR: empty }))).rejects.toThrow('does not match')
    expect(existsSync(join(empty, 'encryption-key'))).toBe(false)
  })

  it('rotates: old texts open, new ones have a new data key, the old master key opens nothing', async () => {
    const { id } = await workspaceOf(keyring)
    const old = await database.inWorkspace(id, (tx) => keyring.seal(tx, id, place, 'before'))
    const running = await openKeyring(database, masterKeySource({ DATA_DIR }))
    const before = keyring.source.read()
    const result = await rotateEncryption({ database, keyring, clock: testClock() }, 'cli')
    expect(result.master_fingerprint).not.toBe(before[0]!.fingerprint)
    expect(keyring.source.read().map((key) => key.fingerprint)).toEqual([result.master_fingerprint])

    const next = await database.inWorkspace(id, (tx) => keyring.seal(tx, id, place, 'after'))
    expect([old.key_version, next.key_version]).toEqual([1, 2])
    // A process that ran all the while reads the key file anew, and a fresh one knows no other key.
    for (const ring of [running, await openKeyring(database, masterKeySource({ DATA_DIR }))])
      for (const [sealed, text] of [
        [old, 'before'],
        [next, 'after'],
      ] as const)
        expect((await database.inWorkspace(id, (tx) => ring.open(tx, id, place, sealed))).toString()).toBe(text)
    const stale = masterKeySource({ DATA_DIR, INNOHIRE_ENCRYPTION_KEY: hex(before[0]!.bytes) })
    await expect(openKeyring(database, stale)).rejects.toThrow('does not match')
  })

  it('rotates keys of the environment once the operator has put a new one in front', async () => {
    const own = await open()
    const [first, second] = [newMasterKey(), newMasterKey()]
    const from = (text: string) => masterKeySource({ DATA_DIR, INNOHIRE_ENCRYPTION_KEY: text })
    const only = await openKeyring(own, from(hex(first)))
    await expect(rotateEncryption({ database: own, keyring: only, clock: testClock() }, 'cli')).rejects.toThrow(
      'holds no new key',
    )
    const both = await openKeyring(own, from(`${hex(second)},${hex(first)}`))
    await rotateEncryption({ database: own, keyring: both, clock: testClock() }, 'cli')
    await expect(openKeyring(own, from(hex(second)))).resolves.toBeDefined()
    await expect(openKeyring(own, from(hex(first)))).rejects.toThrow('does not match')
  })

  it('agrees on one key when several processes start together on an empty database', async () => {
    const fresh = await open()
    const shared = temporaryDirectory()
    const rings = await Promise.all([1, 2, 3].map(() => openKeyring(fresh, masterKeySource({ DATA_DIR: shared }))))
    expect(new Set(rings.map((ring) => hex(ring.secret('audit')))).size).toBe(1)
    expect(await fresh.transaction((tx) => tx.select().from(serverSecrets))).toHaveLength(2)
  })
})
