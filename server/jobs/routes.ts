import { operations } from '@innohire/contract'
import type { Context } from '../context.ts'
import { getEvaluation } from '../evaluations/get-evaluation.ts'
import { presentJob } from '../evaluations/present.ts'
import { type Mount, RawReply } from '../http/mount.ts'
import { cancelScreening } from '../screenings/cancel-screening.ts'
import { getScreening, type Progress } from '../screenings/get-screening.ts'
import { deleteJob } from './delete-job.ts'
import { jobEvents } from './job-events.ts'
import { isScreening } from './job-id.ts'
import { listJobs } from './list-jobs.ts'

/** What POST /v1/evaluate and POST /v1/bulk-screen leave behind: read, listed, followed, stopped and erased alike. */
export function jobRoutes(mount: Mount) {
  mount(operations.getJob, (ctx, { params }) => getJob(ctx, params.job_id))
  mount(operations.listJobs, (ctx, { query }) => listJobs(ctx, query))
  mount(operations.jobEvents, (ctx, { params }) => jobEvents(ctx, params.job_id))
  mount(operations.cancelJob, async (ctx, { params }) => {
    if (!isScreening(params.job_id)) return getJob(ctx, params.job_id)
    await cancelScreening(ctx, ctx.actor.workspace.id, params.job_id)
    return getJob(ctx, params.job_id)
  })
  mount(operations.deleteJob, (ctx, { params }) => deleteJob(ctx, params.job_id))
}

async function getJob(ctx: Context, job_id: string) {
  if (!isScreening(job_id)) return presentJob(await getEvaluation(ctx, job_id))
  const { body, progress } = await getScreening(ctx, ctx.actor.workspace.id, job_id)
  return new RawReply(body, pollHint(progress))
}

/** Polls often at first and towards the end, and not more than every 15 seconds in between. */
function pollHint({ eta_seconds }: Progress): Record<string, string> {
  if (eta_seconds === undefined) return {}
  return { 'retry-after': String(Math.min(15, Math.max(1, Math.ceil(eta_seconds / 4)))) }
}
