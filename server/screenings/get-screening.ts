import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { and, eq, sql } from 'drizzle-orm'
import { openColumn } from '../crypto/sealed-column.ts'
import type { Transaction } from '../db/open.ts'
import { screeningItems, screenings } from '../db/schema.ts'
import { ApiError } from '../errors.ts'
import type { JobFacts } from './close-item.ts'
import type { ScreeningDeps } from './deps.ts'
import { estimateSeconds, secondsPerItem } from './estimate.ts'
import { itemsUpTo } from './fair-order.ts'
import { loadResults } from './load-results.ts'
import { renderJob } from './render-job.ts'
import { screeningPlace, unpackJson } from './seals.ts'

export type ScreeningRow = typeof screenings.$inferSelect

/** What a poll is told of a screening, without its candidates. */
export interface Progress {
  job_id: string
  status: ScreeningRow['status']
  /** 0-100, only grows; 100 once the job is finished. */
  progress: number
  counts: { total: number; succeeded: number; failed: number }
  /** While it runs. */
  eta_seconds?: number
}

/** The screening of the workspace. @throws ApiError job_not_found, for another workspace's as well */
export async function getScreeningRow(tx: Transaction, workspace_id: string, id: string): Promise<ScreeningRow> {
  const [row] = await tx
    .select()
    .from(screenings)
    .where(and(eq(screenings.workspace_id, workspace_id), eq(screenings.id, id)))
  if (row === undefined) throw new ApiError('job_not_found')
  return row
}

/**
 * The body of GET /v1/jobs/{job_id}, part by part, and whether the job still runs. Results that were opened before are in
 * memory: the job is looked for before and after they are gathered, so that none of an erased job is shown.
 * @throws ApiError job_not_found
 */
export async function getScreening(
  deps: ScreeningDeps,
  workspace_id: string,
  id: string,
): Promise<{ body: Readable; progress: Progress }> {
  try {
    return await gatherScreening(deps, workspace_id, id)
  } catch (error) {
    // Erased, perhaps by another process: nothing of it stays in this one.
    if (error instanceof ApiError && error.code === 'job_not_found') deps.outcomes.forget(workspace_id, id)
    throw error
  }
}

async function gatherScreening(
  deps: ScreeningDeps,
  workspace_id: string,
  id: string,
): Promise<{ body: Readable; progress: Progress }> {
  const found = await deps.database.inWorkspace(workspace_id, async (tx) => {
    const row = await getScreeningRow(tx, workspace_id, id)
    const open = (column: string, stored: Uint8Array) =>
      openColumn(deps.keyring, tx, workspace_id, screeningPlace(id, column), stored)
    if (row.body_sealed) return { row, body: await open('body', row.body_sealed) }
    const facts = row.job_facts_sealed && (unpackJson(await open('job_facts', row.job_facts_sealed)) as JobFacts)
    return { row, facts: facts ?? undefined }
  })
  const { row } = found
  if (found.body) {
    const body = Readable.from([found.body]).pipe(createGunzip())
    return { body, progress: progressOf(row) }
  }
  const known = deps.outcomes.find(workspace_id, id)
  const { candidates, failures, fresh } = await loadResults(deps, workspace_id, id, known)
  // Items may have been closed between the looks: what is shown must add up.
  const counted = { ...row, succeeded: candidates.length, failed: failures.length }
  const progress = await withEta(deps, counted)
  deps.outcomes.add(workspace_id, id, fresh)
  const parts = renderJob({ head: { ...progress, as_of: row.as_of }, facts: found.facts, candidates, failures })
  return { body: Readable.from(parts, { objectMode: false }), progress }
}

/** How far a screening is. @throws ApiError job_not_found */
export async function getProgress(deps: ScreeningDeps, workspace_id: string, id: string): Promise<Progress> {
  const row = await deps.database.inWorkspace(workspace_id, (tx) => getScreeningRow(tx, workspace_id, id))
  return row.finished_at ? progressOf(row) : withEta(deps, row)
}

export function progressOf(
  row: Pick<ScreeningRow, 'id' | 'status' | 'total' | 'succeeded' | 'failed' | 'finished_at'>,
): Progress {
  const share = Math.floor((100 * (row.succeeded + row.failed)) / row.total)
  return {
    job_id: row.id,
    status: row.status,
    progress: row.finished_at ? 100 : Math.min(99, share),
    counts: { total: row.total, succeeded: row.succeeded, failed: row.failed },
  }
}

/** @throws ApiError job_not_found when it was erased meanwhile */
async function withEta(deps: ScreeningDeps, row: ScreeningRow): Promise<Progress> {
  const eta_seconds = await deps.database.transaction(async (tx) => {
    const [last] = await tx
      .select({ turn: sql<number | null>`max(${screeningItems.turn})` })
      .from(screenings)
      .leftJoin(
        screeningItems,
        and(eq(screeningItems.screening_id, screenings.id), eq(screeningItems.state, 'pending')),
      )
      .where(eq(screenings.id, row.id))
      .groupBy(screenings.id)
    if (last === undefined) throw new ApiError('job_not_found')
    if (last.turn === null) return 1
    return estimateSeconds(await itemsUpTo(tx, last.turn), await secondsPerItem(tx))
  })
  return { ...progressOf(row), eta_seconds }
}
