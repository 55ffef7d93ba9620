import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Keyring } from '../crypto/keyring.ts'
import type { Transaction } from '../db/open.ts'
import { auditHeads, auditLog } from '../db/schema.ts'

/** Who acts: `key:<id>`, `user:<id>`, `cli`, `bootstrap` or `system`, and from where. */
export interface AuditSource {
  actor: string
  ip?: string | undefined
  request_id?: string | undefined
}

export interface AuditEntry extends AuditSource {
  workspace_id: string
  /** `object.verb`, such as `api_key.revoked`. */
  action: string
  /** Id of what was acted upon. */
  object?: string
  /** Never personal data, never a secret. */
  detail?: Record<string, string | number | boolean | null | string[]>
}

type Row = typeof auditLog.$inferSelect

/**
 * Appends to the workspace's audit log, in the transaction of what it tells of. Each entry carries the HMAC of its content
 * and of the entry before, with a key that the database does not hold in clear: who changes rows cannot mend the chain.
 * Call it last: the head of the chain stays locked until the commit.
 */
export async function recordAudit(tx: Transaction, keyring: Keyring, at: Date, entry: AuditEntry): Promise<void> {
  const { workspace_id } = entry
  await tx
    .insert(auditHeads)
    .values({ workspace_id, seq: 0, hash: new Uint8Array(0) })
    .onConflictDoNothing()
  const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.workspace_id, workspace_id)).for('update')
  const content = {
    workspace_id,
    seq: head!.seq + 1,
    at,
    actor: entry.actor,
    action: entry.action,
    object: entry.object ?? null,
    ip: entry.ip ?? null,
    request_id: entry.request_id ?? null,
    detail: entry.detail ?? {},
    previous_hash: head!.hash,
  }
  const hash = hashOf(keyring, content)
  await tx.insert(auditLog).values({ ...content, hash })
  await tx.update(auditHeads).set({ seq: content.seq, hash }).where(eq(auditHeads.workspace_id, workspace_id))
}

/** HMAC-SHA256 over the fields in a fixed order, keys of `detail` sorted, as the database does not keep their order. */
export function hashOf(keyring: Keyring, row: Omit<Row, 'hash'>): Buffer {
  const detail = Object.entries(row.detail).sort(([a], [b]) => (a < b ? -1 : 1))
  const fields = [row.workspace_id, row.seq, row.at.toISOString(), row.actor, row.action, row.object, row.ip]
  const text = JSON.stringify([...fields, row.request_id, detail, Buffer.from(row.previous_hash).toString('hex')])
  return createHmac('sha256', keyring.secret('audit')).update(text).digest()
}
