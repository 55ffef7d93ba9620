import type { DeletedJob } from '@innohire/contract'
import { and, eq } from 'drizzle-orm'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { evaluations, screenings } from '../db/schema.ts'
import { ApiError } from '../errors.ts'
import { deleteAnswersOfJob } from '../idempotency/store.ts'
import { isScreening, requireJobId } from './job-id.ts'

/**
 * Erases a job: results, sources, files, deliveries and the stored answers of its request. Work on it that is under way
 * finds nothing to store its outcome in. @throws ApiError job_not_found
 */
export async function deleteJob(ctx: Context, job_id: string): Promise<DeletedJob> {
  requireJobId(job_id)
  const workspace_id = ctx.actor.workspace.id
  await ctx.database.inWorkspace(workspace_id, async (tx) => {
    const table = isScreening(job_id) ? screenings : evaluations
    const deleted = await tx
      .delete(table)
      .where(and(eq(table.workspace_id, workspace_id), eq(table.id, job_id)))
      .returning({ id: table.id })
    if (deleted.length === 0) throw new ApiError('job_not_found')
    await deleteAnswersOfJob(tx, workspace_id, job_id)
    await recordAudit(tx, ctx.keyring, ctx.clock(), {
      workspace_id,
      actor: `key:${ctx.actor.api_key.id}`,
      action: 'job.deleted',
      object: job_id,
      ip: ctx.remote_ip,
      request_id: ctx.request_id,
    })
  })
  ctx.outcomes.forget(workspace_id, job_id)
  return { job_id, deleted: true }
}
