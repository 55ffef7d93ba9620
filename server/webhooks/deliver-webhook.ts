import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { and, eq, sql } from 'drizzle-orm'
import { sealColumn } from '../crypto/sealed-column.ts'
import type { Transaction } from '../db/open.ts'
import { webhookAttempts, webhookDeliveries } from '../db/schema.ts'
import { getWebhookContent } from '../screenings/get-webhook-content.ts'
import type { Claim } from '../tasks/queue.ts'
import { scheduleAttempt } from './create-delivery.ts'
import type { WebhookDeps } from './deps.ts'
import { isDisabled, noteFailure, noteSuccess } from './endpoints.ts'
import type { HostLimits } from './host-limits.ts'
import { nextDelaySeconds } from './retry-schedule.ts'
import { activeSecrets } from './secrets.ts'
import { type AttemptResult, sendAttempt } from './send-attempt.ts'

export interface DeliveryDeps extends WebhookDeps {
  hosts: HostLimits
  /** A number from 0 to 1, to spread retries. */
  random: () => number
}

const unpack = promisify(gunzip)
/** A host with its share of messages in flight gets the next one no sooner than this. */
const busyHostSeconds = 1
export const attemptPlace = (message_id: string, number: number) => ({
  table: 'webhook_attempts',
  row_id: `${message_id}|${number}`,
})
type Row = typeof webhookDeliveries.$inferSelect

/**
 * Makes one attempt: sends the stored body, notes the outcome and plans the next attempt in one transaction. After a crash
 * in between the receiver may get the message again, with the same id.
 */
export async function deliverWebhook(
  deps: DeliveryDeps,
  payload: { workspace_id: string; message_id: string },
  claim: Pick<Claim, 'task_id'>,
): Promise<void> {
  const order = await deps.database.inWorkspace(payload.workspace_id, (tx) => claimDelivery(deps, tx, payload, claim))
  if (order === undefined) return
  const { row, free, url, secrets } = order
  try {
    const body = (await unpack(order.packed)).toString()
    const { id, event, attempts } = row
    const message = { id, event, url, body, attempt: attempts + 1 }
    const result = await sendAttempt(deps.egress, secrets, message, deps.clock())
    if (result.status === 502 || result.status === 504) deps.hosts.throttle(new URL(url).host)
    await deps.database.inWorkspace(payload.workspace_id, (tx) => noteAttempt(deps, tx, row, result))
  } finally {
    free()
  }
}

async function claimDelivery(
  deps: DeliveryDeps,
  tx: Transaction,
  payload: { workspace_id: string; message_id: string },
  claim: Pick<Claim, 'task_id'>,
) {
  const { workspace_id, message_id } = payload
  const [row] = await tx
    .update(webhookDeliveries)
    .set({ claim: sql`${webhookDeliveries.claim} + 1` })
    .where(
      and(
        eq(webhookDeliveries.id, message_id),
        eq(webhookDeliveries.state, 'pending'),
        eq(webhookDeliveries.task_id, claim.task_id),
      ),
    )
    .returning()
  if (row === undefined) return undefined
  if (row.attempts > row.schedule_start && (await isDisabled(tx, workspace_id, row.url))) {
    await tx.update(webhookDeliveries).set({ state: 'skipped', next_attempt_at: null }).where(isMine(row))
    return undefined
  }
  const { url, packed } = await getWebhookContent(deps, tx, workspace_id, row.screening_id)
  const free = deps.hosts.enter(new URL(url).host)
  if (free === undefined) {
    await scheduleAttempt(deps, tx, payload, busyHostSeconds)
    return undefined
  }
  try {
    const secrets = (await activeSecrets(deps, tx, workspace_id)).map(({ secret }) => secret)
    return { row, url, secrets, packed, free }
  } catch (error) {
    free()
    throw error
  }
}

async function noteAttempt(deps: DeliveryDeps, tx: Transaction, row: Row, result: AttemptResult): Promise<void> {
  const { workspace_id, id } = row
  const number = row.attempts + 1
  const made = number - row.schedule_start
  const isGone = result.status === 410
  const delay =
    result.is_delivered || isGone ? undefined : nextDelaySeconds(made, deps.random(), result.retry_after_seconds)
  const state = result.is_delivered ? ('delivered' as const) : delay === undefined ? ('failed' as const) : undefined
  const updated = await tx
    .update(webhookDeliveries)
    .set({ attempts: number, ...(state ? { state, next_attempt_at: null } : {}) })
    .where(isMine(row))
    .returning({ id: webhookDeliveries.id })
  if (updated.length === 0) return
  const answer_sealed = result.answer
    ? await sealColumn(deps.keyring, tx, workspace_id, attemptPlace(id, number), result.answer)
    : null
  const { status, latency_ms, error } = result
  const at = new Date(deps.clock().getTime() - latency_ms)
  await tx
    .insert(webhookAttempts)
    .values({ delivery_id: id, number, workspace_id, at, status, latency_ms, error, answer_sealed })
  if (delay !== undefined) await scheduleAttempt(deps, tx, { workspace_id, message_id: id }, delay)
  if (result.is_delivered) await noteSuccess(deps, tx, workspace_id, row.url)
  else await noteFailure(deps, tx, { workspace_id, url: row.url, is_gone: isGone, is_first: made === 1 })
}

const isMine = (row: Row) =>
  and(eq(webhookDeliveries.id, row.id), eq(webhookDeliveries.state, 'pending'), eq(webhookDeliveries.claim, row.claim))
