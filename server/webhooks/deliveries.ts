import { idPatterns, type WebhookDelivery, type WebhookDeliveryList } from '@innohire/contract'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { openColumn } from '../crypto/sealed-column.ts'
import type { Transaction } from '../db/open.ts'
import { webhookAttempts, webhookDeliveries } from '../db/schema.ts'
import { ApiError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../pagination/cursor.ts'
import { scheduleAttempt } from './create-delivery.ts'
import { attemptPlace } from './deliver-webhook.ts'
import type { WebhookDeps } from './deps.ts'

type Row = typeof webhookDeliveries.$inferSelect

/** A page of the workspace's deliveries with their attempts, newest first. */
export async function listDeliveries(
  deps: WebhookDeps,
  workspace_id: string,
  query: { limit: number; cursor?: string | undefined },
): Promise<WebhookDeliveryList> {
  const purpose = `deliveries|${workspace_id}`
  const after = query.cursor === undefined ? undefined : decodeCursor(deps.keyring, purpose, query.cursor)
  const { created_at, id } = webhookDeliveries
  const isAfter = after && sql`(${created_at}, ${id}) < (${after.created_at.toISOString()}::timestamptz, ${after.id})`
  return deps.database.inWorkspace(workspace_id, async (tx) => {
    const rows = await tx
      .select()
      .from(webhookDeliveries)
      .where(and(eq(webhookDeliveries.workspace_id, workspace_id), isAfter))
      .orderBy(desc(created_at), desc(id))
      .limit(query.limit + 1)
    const page = rows.slice(0, query.limit)
    const has_more = rows.length > page.length
    return {
      object: 'list',
      data: await present(deps, tx, workspace_id, page),
      has_more,
      next_cursor: has_more ? encodeCursor(deps.keyring, purpose, page.at(-1)!) : null,
    }
  })
}

/** Sends a message again, whatever became of it: same id and body, the schedule from its start. */
export async function redeliver(
  deps: WebhookDeps,
  tx: Transaction,
  workspace_id: string,
  message_id: string,
): Promise<WebhookDelivery> {
  if (!idPatterns.message.test(message_id)) throw new ApiError('webhook_delivery_not_found')
  const [row] = await tx
    .update(webhookDeliveries)
    .set({ state: 'pending', schedule_start: sql`${webhookDeliveries.attempts}` })
    .where(and(eq(webhookDeliveries.workspace_id, workspace_id), eq(webhookDeliveries.id, message_id)))
    .returning()
  if (row === undefined) throw new ApiError('webhook_delivery_not_found')
  await scheduleAttempt(deps, tx, { workspace_id, message_id }, 0)
  const [presented] = await present(deps, tx, workspace_id, [{ ...row, next_attempt_at: deps.clock() }])
  return presented!
}

async function present(
  deps: WebhookDeps,
  tx: Transaction,
  workspace_id: string,
  rows: readonly Row[],
): Promise<WebhookDelivery[]> {
  const ids = rows.map(({ id }) => id)
  const attempts =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(webhookAttempts)
          .where(and(eq(webhookAttempts.workspace_id, workspace_id), inArray(webhookAttempts.delivery_id, ids)))
          .orderBy(asc(webhookAttempts.number))
  const shown = new Map<string, WebhookDelivery['attempts']>(ids.map((id) => [id, []]))
  for (const { delivery_id, number, at, status, latency_ms, error, answer_sealed } of attempts) {
    const answer =
      answer_sealed &&
      (await openColumn(deps.keyring, tx, workspace_id, attemptPlace(delivery_id, number), answer_sealed)).toString()
    shown.get(delivery_id)!.push({ number, at: at.toISOString(), status, latency_ms, error, answer })
  }
  return rows.map(({ id, screening_id, event, url, state, created_at, next_attempt_at }) => ({
    id,
    job_id: screening_id,
    event,
    url,
    state,
    created_at: created_at.toISOString(),
    next_attempt_at: next_attempt_at?.toISOString() ?? null,
    attempts: shown.get(id)!,
  }))
}
