import type { Candidate, JobFailure, Requirement } from '@innohire/contract'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { sealColumn } from '../crypto/sealed-column.ts'
import type { Transaction } from '../db/open.ts'
import { screeningFiles, screeningItems, screenings } from '../db/schema.ts'
import type { ClaimedItem } from './claim-item.ts'
import type { ItemDeps } from './deps.ts'
import { itemPlace, packJson, screeningPlace } from './seals.ts'
import { evaluateScreeningItemTask, finishScreeningTask, isolateScreeningItemTask } from './tasks.ts'

/** What the engine found in the job description. */
export interface JobFacts {
  requirements: z.infer<typeof Requirement>[]
  warnings: { code: string; message: string }[]
  engine_version: string
}

export type Outcome = { candidate: z.infer<typeof Candidate>; facts: JobFacts } | { failure: JobFailure }

/**
 * Stores the outcome of an item, removes its source, and counts down, all in one transaction; who comes to zero orders the
 * finish. Does nothing where another process has claimed the item meanwhile; tells whether it did.
 */
export async function closeItem(deps: ItemDeps, item: ClaimedItem, outcome: Outcome): Promise<boolean> {
  const { workspace_id, screening_id, position } = item
  const { keyring } = deps
  const isDone = 'candidate' in outcome
  const packed = packJson(isDone ? outcome.candidate : outcome.failure)
  return deps.database.inWorkspace(workspace_id, async (tx) => {
    const place = itemPlace(screening_id, position, 'result')
    const closed = await tx
      .update(screeningItems)
      .set({
        state: isDone ? 'done' : 'failed',
        code: isDone ? null : outcome.failure.code,
        result_sealed: await sealColumn(keyring, tx, workspace_id, place, packed),
        source_sealed: null,
        finished_at: deps.clock(),
      })
      .where(isStillMine(deps, item))
      .returning({ position: screeningItems.position })
    if (closed.length === 0) return false
    if ('file' in item.source)
      await tx
        .delete(screeningFiles)
        .where(and(eq(screeningFiles.screening_id, screening_id), eq(screeningFiles.position, position)))
    const counts = isDone ? { succeeded: 1, failed: 0 } : { succeeded: 0, failed: 1 }
    const counted = await countDown(tx, screening_id, counts)
    if (counted === undefined) return true
    if (isDone && !counted.has_facts) {
      const place = screeningPlace(screening_id, 'job_facts')
      const job_facts_sealed = await sealColumn(keyring, tx, workspace_id, place, packJson(outcome.facts))
      await tx
        .update(screenings)
        .set({ job_facts_sealed })
        .where(and(eq(screenings.id, screening_id), isNull(screenings.job_facts_sealed)))
    }
    if (counted.remaining === 0)
      await deps.queue.enqueue(tx, finishScreeningTask, [{ payload: { workspace_id, screening_id }, priority: 1 }])
    return true
  })
}

/** Counts outcomes of a screening. Locks its row until the commit, so that one of them comes to zero. */
export async function countDown(
  tx: Transaction,
  screening_id: string,
  { succeeded, failed }: { succeeded: number; failed: number },
): Promise<{ remaining: number; has_facts: boolean } | undefined> {
  const [row] = await tx
    .update(screenings)
    .set({
      remaining: sql`${screenings.remaining} - ${succeeded + failed}`,
      succeeded: sql`${screenings.succeeded} + ${succeeded}`,
      failed: sql`${screenings.failed} + ${failed}`,
    })
    .where(eq(screenings.id, screening_id))
    .returning({
      remaining: screenings.remaining,
      has_facts: sql<boolean>`${screenings.job_facts_sealed} is not null`,
    })
  return row
}

/** Has the item tried again later, under a task of its own. */
export async function retryItem(deps: ItemDeps, item: ClaimedItem, delay_seconds: number): Promise<void> {
  const task = item.crashes_in_pool === null ? evaluateScreeningItemTask : isolateScreeningItemTask
  const errors = sql`${screeningItems.errors} + 1`
  await giveNewTask(deps, item, { errors }, task, Math.min(delay_seconds, longestDelaySeconds))
}

/** Undoes a claim whose work was stopped with the server: that was no crash. Only for who will not go on with it. */
export async function giveBack(deps: ItemDeps, item: ClaimedItem): Promise<void> {
  await deps.database.inWorkspace(item.workspace_id, (tx) =>
    tx
      .update(screeningItems)
      .set({ claim: sql`${screeningItems.claim} - 1` })
      .where(isStillMine(deps, item)),
  )
}

/** Has the item tried again where it runs alone; `crashes` are those so far. */
export async function isolateItem(deps: ItemDeps, item: ClaimedItem, crashes: number): Promise<void> {
  await giveNewTask(deps, item, { crashes_in_pool: crashes }, isolateScreeningItemTask, 0)
}

async function giveNewTask(
  deps: ItemDeps,
  item: ClaimedItem,
  change: { errors: SQL } | { crashes_in_pool: number },
  task: typeof evaluateScreeningItemTask,
  start_after_seconds: number,
): Promise<void> {
  const { workspace_id, screening_id, position } = item
  await deps.database.inWorkspace(workspace_id, async (tx) => {
    const changed = await tx
      .update(screeningItems)
      .set(change)
      .where(isStillMine(deps, item))
      .returning({ position: screeningItems.position })
    if (changed.length === 0) return
    const [task_id] = await deps.queue.enqueue(tx, task, [
      { payload: { workspace_id, screening_id, position }, priority: -item.turn, start_after_seconds },
    ])
    await tx.update(screeningItems).set({ task_id: task_id! }).where(isItem(item))
  })
}

/** A host's Retry-After is followed this far. */
const longestDelaySeconds = 300

const isItem = (item: ClaimedItem) =>
  and(eq(screeningItems.screening_id, item.screening_id), eq(screeningItems.position, item.position))
const isStillMine = (deps: ItemDeps, item: ClaimedItem) =>
  deps.is_unfenced === true
    ? isItem(item)
    : and(isItem(item), eq(screeningItems.state, 'pending'), eq(screeningItems.claim, item.claim))
