import { and, eq, max, ne, sql } from 'drizzle-orm'
import type { KeyDeps } from '../api-keys/key-deps.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { serverSecrets, workspaceDataKeys } from '../db/schema.ts'
import { dataKeyPlace, keyringLock, secretPlace } from './keyring.ts'
import { EncryptionKeyError, newMasterKey } from './master-keys.ts'
import { seal, unseal } from './seal.ts'

export interface RotationResult {
  master_fingerprint: string
  rewrapped_keys: number
  /** Workspaces that got a new data key; what was sealed before stays readable with the older versions. */
  workspaces: number
}

/**
 * Wraps every data key and secret with a new master key and gives every workspace a new data key. With a key file of our
 * own the new master key is made here; with one from the environment the operator has put it in front of the old one.
 * All in one transaction; a crash at any point leaves keys that open everything.
 * @throws EncryptionKeyError when the environment holds no new key
 */
export async function rotateEncryption({ database, keyring, clock }: KeyDeps, actor: string): Promise<RotationResult> {
  keyring.source.prepend?.(newMasterKey())
  keyring.reload()
  const master_fingerprint = keyring.master_fingerprint()
  const master = keyring.master(master_fingerprint)

  const result = await database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${keyringLock})`)
    const secrets = await tx
      .select()
      .from(serverSecrets)
      .where(ne(serverSecrets.master_fingerprint, master_fingerprint))
    if (secrets.length === 0)
      throw new EncryptionKeyError(
        `${keyring.source.described_as} holds no new key. Put one in front of the old one, separated by a comma ` +
          '(new,old), start every process with it, and run this again; then the old one can be removed.',
      )
    for (const row of secrets) {
      const place = secretPlace(row.name)
      const plain = unseal(keyring.master(row.master_fingerprint).bytes, place, row.wrapped)
      await tx
        .update(serverSecrets)
        .set({ wrapped: seal(master.bytes, place, plain), master_fingerprint })
        .where(eq(serverSecrets.name, row.name))
    }
    const rows = await tx
      .select()
      .from(workspaceDataKeys)
      .where(ne(workspaceDataKeys.master_fingerprint, master_fingerprint))
    for (const row of rows) {
      const place = dataKeyPlace(row.workspace_id, row.version)
      const plain = unseal(keyring.master(row.master_fingerprint).bytes, place, row.wrapped)
      await tx
        .update(workspaceDataKeys)
        .set({ wrapped: seal(master.bytes, place, plain), master_fingerprint })
        .where(and(eq(workspaceDataKeys.workspace_id, row.workspace_id), eq(workspaceDataKeys.version, row.version)))
    }
    const newest = await tx
      .select({ workspace_id: workspaceDataKeys.workspace_id, version: max(workspaceDataKeys.version) })
      .from(workspaceDataKeys)
      .groupBy(workspaceDataKeys.workspace_id)
    for (const { workspace_id, version } of newest) {
      await keyring.addDataKey(tx, workspace_id, version! + 1)
      const detail = { master_fingerprint, data_key_version: version! + 1 }
      await recordAudit(tx, keyring, clock(), { workspace_id, actor, action: 'encryption.rotated', detail })
    }
    return { master_fingerprint, rewrapped_keys: secrets.length + rows.length, workspaces: newest.length }
  })
  keyring.source.keepFirst?.()
  keyring.reload()
  return result
}
