import { sql } from 'drizzle-orm'
import type { Transaction } from './db/open.ts'

const deliveryLogDays = 30
/** Workers that were not seen for longer say nothing about how fast the next ones are. */
const rateDays = 7

/** Removes results that are older than their workspace keeps them, old deliveries, and rates of workers long gone. */
export async function deleteExpired(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    delete from screenings s using workspaces w
    where w.id = s.workspace_id and s.finished_at < now() - w.retention_days * interval '1 day'`)
  await tx.execute(sql`
    delete from evaluations e using workspaces w
    where w.id = e.workspace_id and e.created_at < now() - w.retention_days * interval '1 day'`)
  await tx.execute(sql`
    delete from webhook_deliveries
    where state <> 'pending' and created_at < now() - ${deliveryLogDays} * interval '1 day'`)
  await tx.execute(sql`delete from worker_rates where seen_at < now() - ${rateDays} * interval '1 day'`)
}
