import { readFile } from 'node:fs/promises'
import { type BulkScreenRequest, type BulkScreenResponse, operations, plans } from '@innohire/contract'
import type { Context } from '../context.ts'
import { sealColumn } from '../crypto/sealed-column.ts'
import { screeningFiles, screeningItems, screenings } from '../db/schema.ts'
import { ApiError } from '../errors.ts'
import { binaryKind } from '../evaluations/binary-content.ts'
import { checkUrl } from '../http/check-url.ts'
import { renderBody } from '../http/mount.ts'
import { newId } from '../ids.ts'
import { estimateSeconds, secondsPerItem } from './estimate.ts'
import { itemsUpTo, nextTurn } from './fair-order.ts'
import { refuseWhenOverloaded } from './overload.ts'
import { filePlace, itemPlace, packJson, screeningPlace } from './seals.ts'
import { readUrls, type Source } from './source.ts'
import { evaluateScreeningItemTask } from './tasks.ts'

/** A screening as it is stored: sources checked, ids filled in. */
export interface NewScreening extends Pick<BulkScreenRequest, 'job_description' | 'webhook_url' | 'options' | 'as_of'> {
  sources: Source[]
  /** Where the sources that are files lie on this machine, by position. */
  files?: ReadonlyMap<number, string>
}

/** Rows of one INSERT: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 1_000

/** Takes a bulk request. The answer means that it is stored: nothing is lost from then on. */
export async function createScreening(ctx: Context, request: BulkScreenRequest): Promise<BulkScreenResponse> {
  checkPlan(ctx, request.resume_urls.length, 'resume_urls')
  const sources = readUrls(ctx.egress, request.resume_urls)
  return startScreening(ctx, { ...request, sources })
}

/** @throws ApiError plan_limit_exceeded */
export function checkPlan(ctx: Context, resumes: number, param: string): void {
  const { name, resumes_per_bulk_call } = plans[ctx.actor.workspace.plan]
  if (resumes > resumes_per_bulk_call)
    throw new ApiError('plan_limit_exceeded', {
      param,
      message: `${name} allows ${resumes_per_bulk_call} resumes per call; got ${resumes}.`,
    })
}

/** Stores a screening, its items and their tasks in one transaction. */
export async function startScreening(ctx: Context, input: NewScreening): Promise<BulkScreenResponse> {
  const kind = binaryKind(input.job_description)
  if (kind !== undefined)
    throw new ApiError('invalid_parameter', {
      param: 'job_description',
      message: `\`job_description\` holds ${kind}, not plain text. Send the text that the file contains.`,
    })
  if (input.webhook_url !== undefined) checkUrl(ctx.egress, input.webhook_url, 'webhook_url', 'webhook_url_not_allowed')

  const { keyring, queue } = ctx
  const workspace_id = ctx.actor.workspace.id
  const created_at = ctx.clock()
  const id = newId('bulk', created_at)
  const total = input.sources.length
  const place = await ctx.database.transaction(async (tx) => {
    await refuseWhenOverloaded(tx, ctx.config)
    const turn = await nextTurn(tx, workspace_id)
    const ahead = await itemsUpTo(tx, turn + total - 1)
    return { turn, seconds: estimateSeconds(ahead + total, await secondsPerItem(tx)) }
  })
  const response: BulkScreenResponse = { job_id: id, status: 'queued', estimated_completion_seconds: place.seconds }

  await ctx.database.inWorkspace(workspace_id, async (tx) => {
    const seal = (column: string, text: string) =>
      sealColumn(keyring, tx, workspace_id, screeningPlace(id, column), text)
    await tx.insert(screenings).values({
      id,
      workspace_id,
      api_key_id: ctx.actor.api_key.id,
      status: 'queued',
      as_of: input.as_of ?? created_at.toISOString().slice(0, 10),
      options: input.options ?? {},
      job_description_sealed: await seal('job_description', input.job_description),
      webhook_url_sealed: input.webhook_url === undefined ? null : await seal('webhook_url', input.webhook_url),
      total,
      remaining: total,
      estimated_seconds: place.seconds,
      created_at,
    })
    const task_ids = await queue.enqueue(
      tx,
      evaluateScreeningItemTask,
      input.sources.map((_, position) => ({
        payload: { workspace_id, screening_id: id, position },
        priority: -(place.turn + position),
      })),
    )
    const rows: (typeof screeningItems.$inferInsert)[] = []
    for (const [position, source] of input.sources.entries())
      rows.push({
        screening_id: id,
        position,
        workspace_id,
        state: 'pending',
        turn: place.turn + position,
        task_id: task_ids[position]!,
        source_sealed: await sealColumn(keyring, tx, workspace_id, itemPlace(id, position, 'source'), packJson(source)),
      })
    for (let at = 0; at < rows.length; at += rowsAtOnce)
      await tx.insert(screeningItems).values(rows.slice(at, at + rowsAtOnce))
    // One at a time: all together they may be more than memory should hold.
    for (const [position, path] of input.files ?? []) {
      const bytes = await readFile(path)
      const bytes_sealed = await sealColumn(keyring, tx, workspace_id, filePlace(id, position), bytes)
      await tx.insert(screeningFiles).values({ screening_id: id, position, workspace_id, bytes_sealed })
    }
    await ctx.claim?.complete(tx, renderBody(operations.bulkScreen, response), id)
  })
  return response
}
