import { hash } from 'node:crypto'
import { type EvaluateRequest, type EvaluateResponse, operations } from '@innohire/contract'
import type { EvaluationInput } from '@innohire/engine'
import type { Context } from '../context.ts'
import { renderBody } from '../http/mount.ts'
import { newId } from '../ids.ts'
import { rewriteTexts } from '../language-model/rewrite.ts'
import { presentEvaluation } from './present.ts'
import { addReadWarnings, readFiles } from './read-files.ts'
import { insertEvaluation, packResult } from './store.ts'
import { checkPlan, toInput } from './to-input.ts'

/** Ranks the resumes and stores the evaluation; nothing is stored when anything fails. */
export async function createEvaluation(ctx: Context, request: EvaluateRequest): Promise<EvaluateResponse> {
  const evaluated_at = ctx.clock()
  checkPlan(ctx.actor, request.resumes.length)
  const read = await readFiles(ctx, request)
  const input = toInput(read, evaluated_at.toISOString().slice(0, 10))
  const evaluated = addReadWarnings(read, input, await ctx.engine.evaluate(input, ctx.signal))
  const result =
    (request.options?.writer ?? ctx.actor.workspace.writer) === 'llm'
      ? await rewriteTexts(ctx.language_model, input, evaluated, ctx.signal)
      : evaluated
  const evaluation = { id: newId('job', evaluated_at), evaluated_at, result }
  const response = presentEvaluation(evaluation)
  const stored = { ...evaluation, input_hash: inputHash(input), packed: await packResult(result) }
  await ctx.database.inWorkspace(ctx.actor.workspace.id, async (tx) => {
    await insertEvaluation(ctx, tx, stored)
    await ctx.claim?.complete(tx, renderBody(operations.evaluate, response), evaluation.id)
  })
  return response
}

/** SHA-256, hex, of all that the result depends on: the same input and engine version give the same result. */
const inputHash = (input: EvaluationInput): string => hash('sha256', JSON.stringify(input), 'hex')
