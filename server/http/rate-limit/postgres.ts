import { inArray, lt, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/open.ts'
import { rateLimit } from '../../db/schema.ts'
import { type Policy, type RateLimiter, stateOf, windowMs } from './types.ts'

/** The same exact log, shared by all API processes: each request locks the rows of its policies for a moment. */
export function sharedRateLimiter(database: Database): RateLimiter {
  return {
    take: (policies) =>
      database.transaction(async (tx) => {
        const { hitsOf, now } = await lockHits(tx, policies)
        const found = policies.map((policy) => ({ policy, hits: hitsOf(policy.bucket) }))
        const isAllowed = found.every(({ policy, hits }) => hits.length < policy.limit)
        if (isAllowed)
          for (const { policy, hits } of found) {
            hits.push(now)
            await writeHits(tx, policy.bucket, hits)
          }
        return { is_allowed: isAllowed, policies: found.map(({ policy, hits }) => stateOf(policy, hits, now)) }
      }),
  }
}

/** Accepted requests of the last minute, in ms, under a lock until the end of the transaction. */
async function lockHits(tx: Transaction, policies: readonly Policy[]) {
  // One order for all, so that two requests never wait for each other.
  const subjects = policies.map((policy) => policy.bucket).sort()
  await tx
    .insert(rateLimit)
    .values(subjects.map((subject) => ({ subject, hits: [], updated_at: sql`now()` })))
    .onConflictDoNothing()
  const rows = await tx
    .select({ subject: rateLimit.subject, hits: rateLimit.hits })
    .from(rateLimit)
    .where(inArray(rateLimit.subject, subjects))
    .orderBy(rateLimit.subject)
    .for('update')
  const [clock] = (await tx.execute<{ now: number }>(sql`select extract(epoch from clock_timestamp())::float8 as now`))
    .rows
  const all = new Map(rows.map((row) => [row.subject, row.hits.map((seconds) => seconds * 1000)]))
  // A clock that was set back must not reopen a window.
  const now = Math.max(clock!.now * 1000, ...[...all.values()].map((hits) => hits.at(-1) ?? 0))
  return { now, hitsOf: (bucket: string) => (all.get(bucket) ?? []).filter((at) => at > now - windowMs) }
}

const writeHits = (tx: Transaction, subject: string, hits: readonly number[]) =>
  tx
    .update(rateLimit)
    .set({ hits: hits.map((at) => at / 1000), updated_at: sql`now()` })
    .where(inArray(rateLimit.subject, [subject]))

/** Removes the counts of callers who were not seen for an hour. */
export async function deleteIdleCounts(tx: Transaction): Promise<void> {
  await tx.delete(rateLimit).where(lt(rateLimit.updated_at, sql`now() - interval '1 hour'`))
}
