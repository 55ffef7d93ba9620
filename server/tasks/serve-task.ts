import { setTimeout as wait } from 'node:timers/promises'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Task } from './define-task.ts'

/** One claim of a task by a worker. pg-boss gives the task to another worker when this one shows no sign of life. */
export interface Claim {
  task_id: string
  /** Higher for each later claim of the same task. */
  number: number
  /** Aborted when the process stops and the work should be given back. */
  signal: AbortSignal
}

export type TaskHandler<Payload> = (payload: Payload, claim: Claim) => Promise<void>

/** Serves one kind of task until it is stopped. */
export interface TaskServer {
  /** A task may have come: look now and not at the next poll. */
  wake(): void
  /** Takes no more, lets what runs end for `grace_ms`, then aborts it. Resolves when nothing runs. */
  stop(grace_ms: number): Promise<void>
}

interface ServeOptions<Payload extends object> {
  task: Task<Payload>
  concurrency: number
  handler: TaskHandler<Payload>
  /** Signs of life are sent this often, in ms. */
  heartbeat_ms: number
  /** How often tasks are looked for that nothing announced: delayed ones and those of dead workers. */
  poll_ms: number
}

/**
 * Keeps up to `concurrency` tasks running, and fetches the next as soon as one ends. pg-boss's own `work()` waits for a
 * whole batch before it fetches again, so that one slow document would hold up the others.
 */
export function serveTask<Payload extends object>(
  boss: PgBoss,
  log: Pick<Logger, 'warn'>,
  { task, concurrency, handler, heartbeat_ms, poll_ms }: ServeOptions<Payload>,
): TaskServer {
  const running = new Map<string, { id: string; retryCount: number; done: Promise<void> }>()
  const aborting = new AbortController()
  let isStopping = false
  // Whether the last look left tasks behind; each finished task then fetches the next.
  let mayHaveMore = true
  let isAwake = false
  let look: (() => void) | undefined
  const wake = () => {
    mayHaveMore = true
    nudge()
  }
  const nudge = () => {
    isAwake = true
    look?.()
  }

  async function run(job: JobWithMetadata<object>): Promise<void> {
    const attempt = { id: job.id, retryCount: job.retryCount }
    try {
      const claim = { task_id: job.id, number: job.retryCount, signal: aborting.signal }
      await handler(task.payload.parse(job.data), claim)
      await boss.complete(task.name, [attempt])
    } catch (error) {
      log.warn({ err: error, task: task.name, task_id: job.id }, 'task failed, to be tried again')
      // When this fails too, the missing signs of life bring the task back.
      await boss.fail(task.name, [attempt]).catch(() => {})
    }
  }

  async function fetchMore(): Promise<void> {
    const free = concurrency - running.size
    if (free === 0 || !mayHaveMore) return
    mayHaveMore = false
    const jobs = await boss.fetch<object>(task.name, { batchSize: free, includeMetadata: true })
    if (jobs.length === free) mayHaveMore = true
    for (const job of jobs) {
      const key = `${job.id} ${job.retryCount}`
      const done = run(job).finally(() => {
        running.delete(key)
        nudge()
      })
      running.set(key, { id: job.id, retryCount: job.retryCount, done })
    }
  }

  async function loop(): Promise<void> {
    while (!isStopping) {
      isAwake = false
      try {
        await fetchMore()
      } catch (error) {
        log.warn({ err: error, task: task.name }, 'tasks cannot be fetched')
        await wait(poll_ms)
        mayHaveMore = true
        continue
      }
      if (isAwake || isStopping) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          mayHaveMore = true
          resolve()
        }, poll_ms)
        look = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      look = undefined
    }
  }

  const looping = loop()
  const heartbeat = setInterval(() => {
    const attempts = [...running.values()].map(({ id, retryCount }) => ({ id, retryCount }))
    if (attempts.length > 0) boss.touch(task.name, attempts).catch(() => {})
  }, heartbeat_ms)

  return {
    wake,
    async stop(grace_ms) {
      isStopping = true
      nudge()
      await looping
      const abort = setTimeout(() => aborting.abort(new Error('The server stops.')), grace_ms)
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done))
      clearTimeout(abort)
      clearInterval(heartbeat)
    },
  }
}
