import { sql } from 'drizzle-orm'
import { scheduleAttempt } from './create-delivery.ts'
import type { WebhookDeps } from './deps.ts'
import { deliverWebhookTask } from './tasks.ts'

/** Gives deliveries that are due without a task a new one. The answer counts them. */
export function sweepDeliveries(deps: Pick<WebhookDeps, 'database' | 'queue' | 'clock'>): Promise<number> {
  return deps.database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ workspace_id: string; message_id: string }>(sql`
      select d.workspace_id, d.id as message_id from webhook_deliveries d
      where d.state = 'pending' and d.next_attempt_at < now() - interval '1 minute'
        and not exists (
          select from pgboss.job j
          where j.name = ${deliverWebhookTask.name} and j.id = d.task_id and j.state < 'completed')
      limit 500 for update of d skip locked`)
    for (const payload of rows) await scheduleAttempt(deps, tx, payload, 0)
    return rows.length
  })
}
