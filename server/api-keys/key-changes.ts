import { sql } from 'drizzle-orm'
import type { Transaction } from '../db/open.ts'

/** Channel on which every process hears that a key, or the plan of a workspace, has changed. */
export const keyChanges = 'innohire_api_keys'

/** Makes all processes forget the keys that they looked up, once this transaction is committed. */
export async function announceKeyChange(tx: Transaction, id: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${keyChanges}, ${id})`)
}
