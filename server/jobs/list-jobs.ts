import type { JobList, JobSummary } from '@innohire/contract'
import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { decodeCursor, encodeCursor, type Position } from '../pagination/cursor.ts'
import { progressOf } from '../screenings/get-screening.ts'

interface Row extends Record<string, unknown> {
  id: string
  created_at: Date | string
  status: JobSummary['status']
  total: number
  succeeded: number
  failed: number
  finished_at: Date | string | null
}

/** A page of the workspace's jobs, newest first. @throws ApiError for a cursor that is not of this list */
export async function listJobs(
  ctx: Context,
  query: { limit: number; cursor?: string | undefined; status?: JobSummary['status'] | undefined },
): Promise<JobList> {
  const workspace_id = ctx.actor.workspace.id
  const purpose = `jobs|${workspace_id}|${query.status ?? ''}`
  const after = query.cursor === undefined ? undefined : decodeCursor(ctx.keyring, purpose, query.cursor)
  const rows = await ctx.database.inWorkspace(workspace_id, async (tx) => {
    const found = await tx.execute<Row>(pageQuery(workspace_id, query.limit + 1, after, query.status))
    return found.rows
  })
  const page = rows.slice(0, query.limit)
  const has_more = rows.length > page.length
  const last = page.at(-1)
  return {
    object: 'list',
    data: page.map(presentRow),
    has_more,
    next_cursor:
      has_more && last
        ? encodeCursor(ctx.keyring, purpose, { id: last.id, created_at: new Date(last.created_at) })
        : null,
  }
}

function pageQuery(workspace_id: string, limit: number, after: Position | undefined, status: string | undefined) {
  const isAfter = after
    ? sql`and (created_at, id) < (${after.created_at.toISOString()}::timestamptz, ${after.id})`
    : sql``
  const hasStatus = status ? sql`and status = ${status}` : sql``
  const newest = sql`order by created_at desc, id desc limit ${limit}`
  const isFound = sql`workspace_id = ${workspace_id} ${isAfter}`
  const evaluations =
    status === undefined || status === 'completed'
      ? sql`union all (select id, created_at, 'completed' as status, resume_count as total, resume_count as succeeded,
              0 as failed, created_at as finished_at from evaluations where ${isFound} ${newest})`
      : sql``
  return sql`select * from (
      (select id, created_at, status, total, succeeded, failed, finished_at from screenings
        where ${isFound} ${hasStatus} ${newest}) ${evaluations}) as jobs ${newest}`
}

function presentRow(row: Row): JobSummary {
  const finished_at = row.finished_at === null ? null : new Date(row.finished_at)
  const { job_id, status, progress, counts } = progressOf({ ...row, finished_at })
  return {
    job_id,
    type: job_id.startsWith('bulk_') ? 'bulk_screening' : 'evaluation',
    status,
    progress,
    counts,
    created_at: new Date(row.created_at).toISOString(),
    finished_at: finished_at?.toISOString() ?? null,
  }
}
