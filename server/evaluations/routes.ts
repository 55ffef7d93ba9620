import { operations } from '@innohire/contract'
import type { Mount } from '../http/mount.ts'
import { createEvaluation } from './create-evaluation.ts'
import { getEvaluation } from './get-evaluation.ts'
import { presentJob } from './present.ts'

/** POST /v1/evaluate and the reading of its results. */
export function evaluationRoutes(mount: Mount) {
  mount(operations.evaluate, (ctx, { body }) => createEvaluation(ctx, body))
  mount(operations.getJob, async (ctx, { params }) => presentJob(await getEvaluation(ctx, params.job_id)))
}
