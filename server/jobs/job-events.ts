import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import { getEvaluation } from '../evaluations/get-evaluation.ts'
import { RawReply } from '../http/mount.ts'
import { getProgress, type Progress } from '../screenings/get-screening.ts'
import { isScreening } from './job-id.ts'

const lookMs = 1_000
/** A comment this often keeps proxies from closing a quiet connection, in looks. */
const looksPerComment = 15
/** Open streams of a process; each looks into the database once a second. */
const maxStreams = 100
let streams = 0

/** Server-sent events of a job: `progress` at each change, then `done`. @throws ApiError job_not_found, overloaded */
export async function jobEvents(ctx: Context, job_id: string): Promise<RawReply> {
  const first = await progressOfJob(ctx, job_id)
  if (streams >= maxStreams) throw new ApiError('overloaded', { retry_after_seconds: 10 })
  return new RawReply(Readable.from(follow(ctx, job_id, first)), {
    'content-type': 'text/event-stream; charset=utf-8',
    // Reverse proxies such as nginx would collect events otherwise.
    'x-accel-buffering': 'no',
  })
}

async function progressOfJob(ctx: Context, job_id: string): Promise<Progress> {
  if (isScreening(job_id)) return getProgress(ctx, ctx.actor.workspace.id, job_id)
  const { result } = await getEvaluation(ctx, job_id)
  const total = result.candidates.length
  return { job_id, status: 'completed', progress: 100, counts: { total, succeeded: total, failed: 0 } }
}

async function* follow(ctx: Context, job_id: string, first: Progress): AsyncGenerator<string> {
  streams++
  try {
    let sent = ''
    let now = first
    for (let look = 1; ; look++) {
      const data = JSON.stringify(now)
      if (data !== sent) yield `event: progress\ndata: ${data}\n\n`
      else if (look % looksPerComment === 0) yield ': still here\n\n'
      sent = data
      if (now.status === 'completed' || now.status === 'failed') {
        yield `event: done\ndata: ${data}\n\n`
        return
      }
      await wait(lookMs, undefined, { signal: ctx.signal })
      // The caller reconnects, to another process.
      if (ctx.lifecycle.is_closing) return
      now = await progressOfJob(ctx, job_id)
    }
  } catch (error) {
    // Deleted meanwhile, or the caller hung up: the stream ends either way.
    if (!ctx.signal.aborted) ctx.log.warn({ err: error, request_id: ctx.request_id }, 'event stream ended early')
  } finally {
    streams--
  }
}
