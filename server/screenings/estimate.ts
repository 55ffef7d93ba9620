import { desc, gt, sql } from 'drizzle-orm'
import type { Transaction } from '../db/open.ts'
import { workerRates } from '../db/schema.ts'

/** What an item costs on an installation that has evaluated none yet: measured on two cores. */
const priorSecondsPerItem = 0.05
/** From the request to the first item and from the last item to the finished job. */
const overheadSeconds = 0.4
/** Workers that were not seen for longer are gone, in seconds. */
const seenWithinSeconds = 60

/** Seconds between two items, with all workers at work; from what they measured. */
export async function secondsPerItem(tx: Transaction): Promise<number> {
  const live = await tx
    .select({ seconds: workerRates.seconds_per_item })
    .from(workerRates)
    .where(gt(workerRates.seen_at, sql`clock_timestamp() - ${seenWithinSeconds} * interval '1 second'`))
  if (live.length > 0) return 1 / live.reduce((sum, { seconds }) => sum + 1 / seconds, 0)
  const [last] = await tx.select().from(workerRates).orderBy(desc(workerRates.seen_at)).limit(1)
  return last?.seconds_per_item ?? priorSecondsPerItem
}

/** Whole seconds, at least 1, until this many items are done. */
export const estimateSeconds = (items: number, seconds_per_item: number): number =>
  Math.max(1, Math.round(overheadSeconds + items * seconds_per_item))

/** Measures how fast this process works while it has as much work as it can take. */
export interface RateMeter {
  /** An item begins; call the answer when it ends. */
  begin(): () => void
  /** Seconds between two finished items; undefined while nothing is known. */
  secondsPerItem(): number | undefined
}

/** Half of the weight lies on this many last items. */
const halfLifeItems = 100
/** What an earlier process measured counts as so many items. */
const startItems = 50
/**
 * Of so many first items per item in work at a time, nothing is learned: child processes, model and compiler start with
 * them, and ten items that took 3 s said 70 s for a thousand that took 31.
 */
const warmUpRounds = 3

/**
 * `nowMs` is a steady clock; `start` the rate that an earlier process measured; `concurrency` how many items are in work at
 * a time. Time counts while at least half as many are: with fewer, their way through the process is measured and not its pace.
 */
export function createRateMeter(nowMs: () => number, concurrency: number, start: number | undefined): RateMeter {
  const busy = Math.ceil(concurrency / 2)
  let toWarmUp = concurrency * warmUpRounds
  let items = start === undefined ? 0 : startItems
  let busyMs = start === undefined ? 0 : startItems * start * 1000
  let running = 0
  let lookedMs = nowMs()
  const decay = 0.5 ** (1 / halfLifeItems)
  const look = () => {
    const now = nowMs()
    if (running >= busy && toWarmUp === 0) busyMs += now - lookedMs
    lookedMs = now
  }
  const learn = () => {
    items = items * decay + 1
    busyMs *= decay
  }
  return {
    begin() {
      look()
      running++
      return () => {
        look()
        const wasBusy = running-- >= busy
        if (toWarmUp > 0) toWarmUp--
        else if (wasBusy) learn()
      }
    },
    secondsPerItem: () => (items === 0 ? undefined : busyMs / items / 1000),
  }
}

/** Notes the rate of a worker, which says at the same time that it lives. */
export async function noteRate(tx: Transaction, worker_id: string, seconds_per_item: number): Promise<void> {
  const row = { seconds_per_item, seen_at: sql`clock_timestamp()` }
  await tx
    .insert(workerRates)
    .values({ worker_id, ...row })
    .onConflictDoUpdate({ target: workerRates.worker_id, set: row })
}
