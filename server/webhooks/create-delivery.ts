import { and, eq, isNotNull } from 'drizzle-orm'
import { ulid } from 'ulid'
import type { Transaction } from '../db/open.ts'
import { webhookDeliveries, webhookEndpoints } from '../db/schema.ts'
import { urlWithoutSecrets } from '../egress/index.ts'
import type { WebhookDeps } from './deps.ts'
import { deliverWebhookTask } from './tasks.ts'

/** A message id, the same for every attempt. */
export const newMessageId = (at: Date): string => `msg_${ulid(at.getTime())}`

/**
 * Orders the webhook of a finished screening, in the transaction that finishes it. There is one for each screening,
 * however often it is ordered; for a disabled receiver it is kept as skipped.
 */
export async function createDelivery(
  deps: Pick<WebhookDeps, 'clock' | 'queue'>,
  tx: Transaction,
  order: { workspace_id: string; screening_id: string; event: 'job.completed' | 'job.failed'; url: string },
): Promise<void> {
  const { workspace_id, screening_id, event } = order
  const created_at = deps.clock()
  const url = urlWithoutSecrets(order.url)
  const [disabled] = await tx
    .select({ url: webhookEndpoints.url })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.workspace_id, workspace_id),
        eq(webhookEndpoints.url, url),
        isNotNull(webhookEndpoints.disabled_at),
      ),
    )
  const row = { id: newMessageId(created_at), workspace_id, screening_id, event, url, created_at }
  const state = disabled ? ('skipped' as const) : ('pending' as const)
  const [inserted] = await tx
    .insert(webhookDeliveries)
    .values({ ...row, state, next_attempt_at: disabled ? null : created_at })
    .onConflictDoNothing({ target: webhookDeliveries.screening_id })
    .returning({ id: webhookDeliveries.id })
  if (inserted && !disabled) await scheduleAttempt(deps, tx, { workspace_id, message_id: inserted.id }, 0)
}

/** Enqueues the next attempt; an earlier task of the delivery does nothing from now on. */
export async function scheduleAttempt(
  deps: Pick<WebhookDeps, 'clock' | 'queue'>,
  tx: Transaction,
  payload: { workspace_id: string; message_id: string },
  delay_seconds: number,
): Promise<void> {
  const [task_id] = await deps.queue.enqueue(tx, deliverWebhookTask, [
    { payload, ...(delay_seconds > 0 ? { start_after_seconds: Math.ceil(delay_seconds) } : {}) },
  ])
  const next_attempt_at = new Date(deps.clock().getTime() + delay_seconds * 1000)
  await tx
    .update(webhookDeliveries)
    .set({ task_id: task_id!, next_attempt_at })
    .where(eq(webhookDeliveries.id, payload.message_id))
}
