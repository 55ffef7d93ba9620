import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../db/open.ts'
import { screeningItems } from '../db/schema.ts'
import type { ScreeningDeps } from './deps.ts'
import { evaluateScreeningItemTask, finishScreeningTask, isolateScreeningItemTask } from './tasks.ts'

const itemsAtOnce = 500

interface LostItem extends Record<string, unknown> {
  workspace_id: string
  screening_id: string
  position: number
  turn: number
}

/**
 * Gives work that waits without a task a new one, so that every screening ends: after a restore without the queue's
 * tables, or a task that was given up. Looks at screenings older than a minute only. The answer counts what was found.
 */
export function sweepScreenings(deps: Pick<ScreeningDeps, 'database' | 'queue'>): Promise<number> {
  return deps.database.transaction(async (tx) => {
    const items = await findLostItems(tx)
    const task_ids = await deps.queue.enqueue(
      tx,
      evaluateScreeningItemTask,
      items.map(({ turn, ...payload }) => ({ payload, priority: -turn })),
    )
    for (const [i, { screening_id, position }] of items.entries())
      await tx
        .update(screeningItems)
        .set({ task_id: task_ids[i]! })
        .where(and(eq(screeningItems.screening_id, screening_id), eq(screeningItems.position, position)))
    const unfinished = await findUnfinished(tx)
    await deps.queue.enqueue(
      tx,
      finishScreeningTask,
      unfinished.map((payload) => ({ payload })),
    )
    return items.length + unfinished.length
  })
}

async function findLostItems(tx: Transaction): Promise<LostItem[]> {
  const found = await tx.execute<LostItem>(sql`
    select i.workspace_id, i.screening_id, i.position, i.turn
    from screening_items i join screenings s on s.id = i.screening_id
    where i.state = 'pending' and s.finished_at is null and s.created_at < now() - interval '1 minute'
      and not exists (
        select from pgboss.job j
        where j.name in (${evaluateScreeningItemTask.name}, ${isolateScreeningItemTask.name}) and j.id = i.task_id and j.state < 'completed')
    order by i.turn limit ${itemsAtOnce} for update of i skip locked`)
  return found.rows
}

async function findUnfinished(tx: Transaction): Promise<{ workspace_id: string; screening_id: string }[]> {
  const found = await tx.execute<{ workspace_id: string; screening_id: string }>(sql`
    select s.workspace_id, s.id as screening_id from screenings s
    where s.finished_at is null and s.remaining <= 0 and s.created_at < now() - interval '1 minute'
      and not exists (
        select from pgboss.job j
        where j.name = ${finishScreeningTask.name} and j.data ->> 'screening_id' = s.id and j.state < 'completed')
    limit ${itemsAtOnce} for update of s skip locked`)
  return found.rows
}
