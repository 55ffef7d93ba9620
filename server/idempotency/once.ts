import { gunzipSync, gzipSync } from 'node:zlib'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/open.ts'
import { ApiError } from '../errors.ts'
import { completeClaim, deleteClaim, findByKey, type IdempotencyRow, insertClaim, renewClaim } from './store.ts'

/** Lets a verb store its answer in the transaction of its effect, so that both happen or neither. */
export interface IdempotentClaim {
  /** `job_id`: the job that the answer tells of, and with which it is erased. */
  complete(tx: Transaction, body: string, job_id: string): Promise<void>
}

export interface Answer {
  body: string
  is_replay: boolean
}

/** A third of the lease in store.ts. */
const renewMs = 5_000

/**
 * Runs `work` at most once for this key and body: later requests get the stored answer. A failure stores nothing, so a
 * retry really runs again. Throws ApiError idempotency_key_reused or idempotency_request_in_progress.
 */
export async function once(
  ctx: Context,
  request: { key: string; fingerprint: string; status: number },
  work: (claim: IdempotentClaim) => Promise<string>,
): Promise<Answer> {
  const row = { workspace_id: ctx.actor.workspace.id, key: request.key }
  const lease = await inWorkspace(ctx, (tx) => insertClaim(tx, row, request.fingerprint))
  if (lease === undefined) return { body: await storedAnswer(ctx, row, request.fingerprint), is_replay: true }

  const held = holdClaim(ctx, row, lease)
  try {
    const body = await work({
      complete: (tx, text, job_id) => complete(ctx, tx, row, held.lease(), { status: request.status, text, job_id }),
    })
    return { body, is_replay: false }
  } catch (error) {
    await held.stop()
    await inWorkspace(ctx, (tx) => deleteClaim(tx, row, held.lease())).catch((err) =>
      ctx.log.warn({ err, request_id: ctx.request_id }, 'idempotency claim is left to expire'),
    )
    throw error
  } finally {
    await held.stop()
  }
}

const inWorkspace = <T>(ctx: Context, fn: (tx: Transaction) => Promise<T>) =>
  ctx.database.inWorkspace(ctx.actor.workspace.id, fn)
const placeOf = (row: IdempotencyRow) => ({ table: 'idempotency_keys', row_id: `${row.workspace_id}|${row.key}` })

async function complete(
  ctx: Context,
  tx: Transaction,
  row: IdempotencyRow,
  lease: Date,
  { status, text, job_id }: { status: number; text: string; job_id: string },
) {
  const sealed = await ctx.keyring.seal(tx, row.workspace_id, placeOf(row), gzipSync(text))
  const answer = { status, job_id, body_encrypted: sealed.bytes, key_version: sealed.key_version }
  // Another process took the key over: its answer counts, and this transaction is rolled back.
  if (!(await completeClaim(tx, row, lease, answer))) throw inProgress()
}

async function storedAnswer(ctx: Context, row: IdempotencyRow, fingerprint: string): Promise<string> {
  return inWorkspace(ctx, async (tx) => {
    const found = await findByKey(tx, row)
    // The claim ended between the two looks: the first request failed and stored nothing.
    if (found === undefined) throw inProgress()
    if (found.fingerprint !== fingerprint)
      throw new ApiError('idempotency_key_reused', { headers: { 'x-should-retry': 'false' } })
    if (found.body_encrypted === null || found.key_version === null) throw inProgress()
    const sealed = { bytes: found.body_encrypted, key_version: found.key_version }
    return gunzipSync(await ctx.keyring.open(tx, row.workspace_id, placeOf(row), sealed)).toString()
  })
}

const inProgress = () => new ApiError('idempotency_request_in_progress', { retry_after_seconds: 1 })

/** Keeps a claim alive while its request runs. */
function holdClaim(ctx: Context, row: IdempotencyRow, firstLease: Date) {
  let lease = firstLease
  let renewal = Promise.resolve()
  const timer = setInterval(() => {
    renewal = inWorkspace(ctx, (tx) => renewClaim(tx, row, lease)).then(
      (renewed) => {
        lease = renewed ?? lease
      },
      (err) => ctx.log.warn({ err, request_id: ctx.request_id }, 'idempotency claim was not renewed'),
    )
  }, renewMs)
  timer.unref()
  return {
    lease: () => lease,
    stop: () => {
      clearInterval(timer)
      return renewal
    },
  }
}
