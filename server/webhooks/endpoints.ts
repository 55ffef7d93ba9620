import type { WebhookEndpoint } from '@innohire/contract'
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '../audit/record-audit.ts'
import type { Transaction } from '../db/open.ts'
import { webhookEndpoints } from '../db/schema.ts'
import type { WebhookDeps } from './deps.ts'

/** A receiver is disabled when every attempt failed for so long, and for so many messages. */
const failingDays = 5
const failingMessages = 10

type Deps = Pick<WebhookDeps, 'keyring' | 'clock'>
type Row = typeof webhookEndpoints.$inferSelect
const isEndpoint = (workspace_id: string, url: string) =>
  and(eq(webhookEndpoints.workspace_id, workspace_id), eq(webhookEndpoints.url, url))

export async function isDisabled(tx: Transaction, workspace_id: string, url: string): Promise<boolean> {
  const [row] = await tx
    .select({ url: webhookEndpoints.url })
    .from(webhookEndpoints)
    .where(and(isEndpoint(workspace_id, url), isNotNull(webhookEndpoints.disabled_at)))
  return row !== undefined
}

/** The receiver took a message: whatever was held against it is forgotten. */
export async function noteSuccess(deps: Deps, tx: Transaction, workspace_id: string, url: string): Promise<void> {
  const fresh = { failing_since: null, failed_messages: 0, disabled_at: null, disabled_because: null }
  const set = { ...fresh, last_success_at: deps.clock() }
  await tx
    .insert(webhookEndpoints)
    .values({ workspace_id, url, created_at: deps.clock(), ...set })
    .onConflictDoUpdate({ target: [webhookEndpoints.workspace_id, webhookEndpoints.url], set })
}

/** An attempt failed: disables the receiver where it is gone (410), or has failed too long. */
export async function noteFailure(
  deps: Deps,
  tx: Transaction,
  { workspace_id, url, is_gone, is_first }: { workspace_id: string; url: string; is_gone: boolean; is_first: boolean },
): Promise<void> {
  const now = deps.clock()
  const one = is_first ? 1 : 0
  const [row] = await tx
    .insert(webhookEndpoints)
    .values({ workspace_id, url, created_at: now, failing_since: now, failed_messages: one })
    .onConflictDoUpdate({
      target: [webhookEndpoints.workspace_id, webhookEndpoints.url],
      set: {
        failing_since: sql`coalesce(${webhookEndpoints.failing_since}, excluded.failing_since)`,
        failed_messages: sql`${webhookEndpoints.failed_messages} + ${one}`,
      },
    })
    .returning()
  const { failing_since, failed_messages } = row!
  const failedForMs = now.getTime() - failing_since!.getTime()
  const isFailing = failedForMs >= failingDays * 86_400_000 && failed_messages >= failingMessages
  if (is_gone || isFailing) await disable(deps, tx, workspace_id, url, is_gone ? 'gone' : 'failing')
}

async function disable(deps: Deps, tx: Transaction, workspace_id: string, url: string, because: 'gone' | 'failing') {
  const disabled = await tx
    .update(webhookEndpoints)
    .set({ disabled_at: deps.clock(), disabled_because: because })
    .where(and(isEndpoint(workspace_id, url), isNull(webhookEndpoints.disabled_at)))
    .returning({ url: webhookEndpoints.url })
  if (disabled.length > 0)
    await recordAudit(tx, deps.keyring, deps.clock(), {
      workspace_id,
      actor: 'system',
      action: 'webhook_endpoint.disabled',
      object: url,
      detail: { because },
    })
}

/** Lets messages go to the receiver again; undefined where none ever went there. */
export async function enableEndpoint(tx: Transaction, workspace_id: string, url: string): Promise<Row | undefined> {
  const set = { failing_since: null, failed_messages: 0, disabled_at: null, disabled_because: null }
  const [row] = await tx.update(webhookEndpoints).set(set).where(isEndpoint(workspace_id, url)).returning()
  return row
}

export const listEndpoints = (tx: Transaction, workspace_id: string): Promise<Row[]> =>
  tx
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.workspace_id, workspace_id))
    .orderBy(asc(webhookEndpoints.url))

export const presentEndpoint = (row: Row): WebhookEndpoint => ({
  url: row.url,
  is_enabled: row.disabled_at === null,
  disabled_at: row.disabled_at?.toISOString() ?? null,
  disabled_because: row.disabled_because,
  failing_since: row.failing_since?.toISOString() ?? null,
  last_success_at: row.last_success_at?.toISOString() ?? null,
})
