import { idPatterns } from '@innohire/contract'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import type { Evaluation } from './present.ts'
import { findEvaluation } from './store.ts'

/** The stored evaluation. Throws job_not_found for an id that is unknown, malformed or another workspace's, all alike. */
export async function getEvaluation(ctx: Context, id: string): Promise<Evaluation> {
  const found = idPatterns.evaluation.test(id)
    ? await ctx.database.inWorkspace(ctx.actor.workspace.id, (tx) => findEvaluation(ctx, tx, id))
    : undefined
  if (found === undefined) throw new ApiError('job_not_found')
  return found
}
