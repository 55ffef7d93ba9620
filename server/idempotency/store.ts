import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Transaction } from '../db/open.ts'
import { idempotencyKeys } from '../db/schema.ts'

export interface IdempotencyRow {
  workspace_id: string
  key: string
}

// The database's clock, so that several processes agree. In ms: what comes back as a Date must compare equal.
const leaseEnd = sql<Date>`date_trunc('milliseconds', clock_timestamp()) + interval '15 seconds'`
const tooOld = lt(idempotencyKeys.created_at, sql`clock_timestamp() - interval '24 hours'`)
const isAbandoned = and(isNull(idempotencyKeys.status), lt(idempotencyKeys.locked_until, sql`clock_timestamp()`))

const isRow = ({ workspace_id, key }: IdempotencyRow) =>
  and(eq(idempotencyKeys.workspace_id, workspace_id), eq(idempotencyKeys.key, key))
/** The running claim and no later one: the lease's end tells them apart. */
const isMine = (row: IdempotencyRow, lease: Date) =>
  and(isRow(row), isNull(idempotencyKeys.status), eq(idempotencyKeys.locked_until, lease))

/** Claims the key where it is new, older than 24 hours, or left behind by a process that died; else undefined. */
export async function insertClaim(
  tx: Transaction,
  row: IdempotencyRow,
  fingerprint: string,
): Promise<Date | undefined> {
  const fresh = { fingerprint, created_at: sql`clock_timestamp()`, locked_until: leaseEnd }
  const [claimed] = await tx
    .insert(idempotencyKeys)
    .values({ ...row, ...fresh })
    .onConflictDoUpdate({
      target: [idempotencyKeys.workspace_id, idempotencyKeys.key],
      set: { ...fresh, status: null, job_id: null, body_encrypted: null, key_version: null },
      setWhere: or(tooOld, isAbandoned)!,
    })
    .returning({ lease: idempotencyKeys.locked_until })
  return claimed?.lease ?? undefined
}

export async function findByKey(tx: Transaction, row: IdempotencyRow) {
  const [found] = await tx.select().from(idempotencyKeys).where(isRow(row))
  return found
}

/** Lengthens the lease of a claim that still runs; undefined where it was lost. */
export async function renewClaim(tx: Transaction, row: IdempotencyRow, lease: Date): Promise<Date | undefined> {
  const set = { locked_until: leaseEnd }
  const [renewed] = await tx
    .update(idempotencyKeys)
    .set(set)
    .where(isMine(row, lease))
    .returning({ lease: idempotencyKeys.locked_until })
  return renewed?.lease ?? undefined
}

/** Stores the answer under the claim; false where the claim was lost. */
export async function completeClaim(
  tx: Transaction,
  row: IdempotencyRow,
  lease: Date,
  answer: { status: number; job_id: string; body_encrypted: Uint8Array; key_version: number },
): Promise<boolean> {
  const set = { ...answer, locked_until: null }
  const done = await tx
    .update(idempotencyKeys)
    .set(set)
    .where(isMine(row, lease))
    .returning({ key: idempotencyKeys.key })
  return done.length === 1
}

export async function deleteClaim(tx: Transaction, row: IdempotencyRow, lease: Date): Promise<void> {
  await tx.delete(idempotencyKeys).where(isMine(row, lease))
}

/** Removes answers that are older than 24 hours, of all workspaces. */
export async function deleteOldKeys(tx: Transaction): Promise<void> {
  await tx.delete(idempotencyKeys).where(tooOld)
}

/** Removes the stored answers that tell of a job. */
export async function deleteAnswersOfJob(tx: Transaction, workspace_id: string, job_id: string): Promise<void> {
  await tx
    .delete(idempotencyKeys)
    .where(and(eq(idempotencyKeys.workspace_id, workspace_id), eq(idempotencyKeys.job_id, job_id)))
}
