import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../db/open.ts'
import { screeningItems } from '../db/schema.ts'

const isPending = eq(screeningItems.state, 'pending')

/**
 * The turn of a workspace's next item: behind its own items, and level with what is served now. Start-time fair queueing
 * (Goyal, Vin and Cheng 1996) with items of equal cost: whoever has work waiting gets the same share, and a workspace that
 * comes late neither waits behind a long job of another nor makes up for the time it was away.
 */
export async function nextTurn(tx: Transaction, workspace_id: string): Promise<number> {
  const [now] = await tx
    .select({ turn: sql<number | null>`min(${screeningItems.turn})` })
    .from(screeningItems)
    .where(isPending)
  const [own] = await tx
    .select({ turn: sql<number | null>`max(${screeningItems.turn})` })
    .from(screeningItems)
    .where(and(isPending, eq(screeningItems.workspace_id, workspace_id)))
  return Math.max(now?.turn ?? 0, (own?.turn ?? -1) + 1)
}

/** Items of all workspaces that are served no later than this turn. */
export async function itemsUpTo(tx: Transaction, turn: number): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(screeningItems)
    .where(and(isPending, sql`${screeningItems.turn} <= ${turn}`))
  return row!.count
}
