import { and, eq, lt, sql } from 'drizzle-orm'
import type { Config } from '../config.ts'
import type { Transaction } from '../db/open.ts'
import { screeningItems, screenings } from '../db/schema.ts'
import { ApiError } from '../errors.ts'

/** A screening that nobody began for so long means that work comes faster than it is done, in minutes. */
const oldestQueuedMinutes = 15

/** @throws ApiError overloaded when too many resumes wait, or wait too long: better said at once than found out later */
export async function refuseWhenOverloaded(tx: Transaction, config: Pick<Config, 'SCREENING_QUEUE'>): Promise<void> {
  const [waiting] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(screeningItems)
    .where(eq(screeningItems.state, 'pending'))
  if (waiting!.count >= config.SCREENING_QUEUE)
    throw new ApiError('overloaded', {
      message: `${waiting!.count} resumes wait already. Try again after Retry-After.`,
      retry_after_seconds: 60,
    })
  const tooOld = lt(screenings.created_at, sql`clock_timestamp() - ${oldestQueuedMinutes} * interval '1 minute'`)
  const [old] = await tx
    .select({ id: screenings.id })
    .from(screenings)
    .where(and(sql`${screenings.finished_at} is null`, eq(screenings.status, 'queued'), tooOld))
    .limit(1)
  if (old !== undefined) throw new ApiError('overloaded', { retry_after_seconds: 60 })
}
