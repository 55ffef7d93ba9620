import { operations } from '@innohire/contract'
import type { Mount } from '../http/mount.ts'
import { createEvaluation } from './create-evaluation.ts'

/** POST /v1/evaluate; its results are read as jobs. */
export function evaluationRoutes(mount: Mount) {
  mount(operations.evaluate, (ctx, { body }) => createEvaluation(ctx, body))
}
