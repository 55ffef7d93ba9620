import { and, asc, eq, gt } from 'drizzle-orm'
import type { Keyring } from '../crypto/keyring.ts'
import type { Database } from '../db/open.ts'
import { auditHeads, auditLog } from '../db/schema.ts'
import { hashOf } from './record-audit.ts'

export interface AuditVerdict {
  workspace_id: string
  is_intact: boolean
  entries: number
  /** First entry that is changed or missing; null where the chain is intact. */
  broken_at: number | null
}

const pageSize = 500

/** Recomputes the audit chain of one workspace: changed, removed, inserted and cut-off entries show. */
export function verifyAuditChain(database: Database, keyring: Keyring, workspace_id: string): Promise<AuditVerdict> {
  return database.inWorkspace(workspace_id, async (tx) => {
    let previous: Uint8Array = new Uint8Array(0)
    let seq = 0
    const broken = () => ({ workspace_id, is_intact: false, entries: seq, broken_at: seq + 1 })
    // The head first: entries that are written meanwhile then only add to what it says.
    const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.workspace_id, workspace_id))
    for (;;) {
      const page = await tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.workspace_id, workspace_id), gt(auditLog.seq, seq)))
        .orderBy(asc(auditLog.seq))
        .limit(pageSize)
      for (const row of page) {
        const isNext = row.seq === seq + 1 && Buffer.compare(row.previous_hash, previous) === 0
        if (!isNext || Buffer.compare(hashOf(keyring, row), row.hash) !== 0) return broken()
        if (row.seq === head?.seq && Buffer.compare(head.hash, row.hash) !== 0) return broken()
        previous = row.hash
        seq = row.seq
      }
      if (page.length < pageSize) break
    }
    if (seq < (head?.seq ?? 0)) return broken()
    return { workspace_id, is_intact: true, entries: seq, broken_at: null }
  })
}
