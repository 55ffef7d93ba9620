import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { EvaluationResult } from '@innohire/engine'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/open.ts'
import { evaluations } from '../db/schema.ts'
import type { Evaluation } from './present.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)
const placeOf = (id: string) => ({ table: 'evaluations', row_id: id })

/** The result packed for `insertEvaluation`: done before the transaction, so that none waits for it. */
export const packResult = (result: EvaluationResult): Promise<Buffer> => pack(JSON.stringify(result))

/** Stores an evaluation, sealed: its quotes are personal data. */
export async function insertEvaluation(
  ctx: Context,
  tx: Transaction,
  evaluation: Evaluation & { input_hash: string; packed: Buffer },
): Promise<void> {
  const workspace_id = ctx.actor.workspace.id
  const sealed = await ctx.keyring.seal(tx, workspace_id, placeOf(evaluation.id), evaluation.packed)
  await tx.insert(evaluations).values({
    id: evaluation.id,
    workspace_id,
    api_key_id: ctx.actor.api_key.id,
    created_at: evaluation.evaluated_at,
    input_hash: evaluation.input_hash,
    engine_version: evaluation.result.engine_version,
    resume_count: evaluation.result.candidates.length,
    result_encrypted: sealed.bytes,
    key_version: sealed.key_version,
  })
}

/** The workspace's evaluation of this id; another workspace's is as absent as one that never was. */
export async function findEvaluation(ctx: Context, tx: Transaction, id: string): Promise<Evaluation | undefined> {
  const workspace_id = ctx.actor.workspace.id
  const [row] = await tx
    .select()
    .from(evaluations)
    .where(and(eq(evaluations.workspace_id, workspace_id), eq(evaluations.id, id)))
  if (row === undefined) return undefined
  const sealed = { bytes: row.result_encrypted, key_version: row.key_version }
  const packed = await ctx.keyring.open(tx, workspace_id, placeOf(id), sealed)
  return { id, evaluated_at: row.created_at, result: JSON.parse((await unpack(packed)).toString()) }
}
