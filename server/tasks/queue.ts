import { sql } from 'drizzle-orm'
import { type ConstructorOptions, fromDrizzle, fromPglite, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database, Transaction } from '../db/open.ts'
import type { Task } from './define-task.ts'

/** One claim of a task by a worker. A later claim of the same task has a higher number: the fencing token. */
export interface Claim {
  task_id: string
  number: number
  /** Aborted when the process stops and the work should be given back. */
  signal: AbortSignal
}

export interface EnqueueOptions {
  /** Higher is served first. */
  priority?: number
  start_after_seconds?: number
}

export type TaskHandler<Payload> = (payload: Payload, claim: Claim) => Promise<void>

/** Background work, on the same database as everything else: enqueued in the transaction that needs it done. */
export interface TaskQueue {
  enqueue<Payload extends object>(
    tx: Transaction,
    task: Task<Payload>,
    payloads: readonly (EnqueueOptions & { payload: Payload })[],
  ): Promise<void>
  /** Serves tasks of this kind in this process, at most `concurrency` at a time. A handler that throws is tried again. */
  work<Payload extends object>(task: Task<Payload>, concurrency: number, handler: TaskHandler<Payload>): Promise<void>
  /** Lets running handlers end for a while, then gives their tasks back. */
  stop(): Promise<void>
}

/** A worker that died is noticed after this long without a sign of life; pg-boss allows no less. */
const heartbeatSeconds = 10

/**
 * Opens the queue (pg-boss) on PGlite or PostgreSQL; its tables live in the schema `pgboss`.
 * `tasks` are all kinds that may be enqueued or served here.
 */
export async function openTaskQueue(
  database: Database,
  tasks: readonly Pick<Task<object>, Exclude<keyof Task<object>, 'payload'>>[],
  log: Pick<Logger, 'warn'>,
): Promise<TaskQueue> {
  const boss = new PgBoss({
    ...connectionOf(database),
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', (error) => log.warn({ err: error }, 'queue'))
  await boss.start()
  for (const task of tasks) {
    const options = {
      notify: true,
      heartbeatSeconds,
      retryLimit: task.retry_limit,
      retryDelay: task.retry_delay_seconds,
      retryBackoff: true,
      retryDelayMax: task.retry_delay_max_seconds,
      expireInSeconds: task.expire_seconds,
      deleteAfterSeconds: 3_600,
    }
    await boss.createQueue(task.name, options)
    await boss.updateQueue(task.name, options)
  }
  const stopping = new AbortController()
  return {
    async enqueue(tx, task, payloads) {
      const jobs = payloads.map(({ payload, priority, start_after_seconds }) => ({
        data: task.payload.parse(payload),
        ...(priority === undefined ? {} : { priority }),
        ...(start_after_seconds === undefined ? {} : { startAfter: start_after_seconds }),
      }))
      await boss.insert(task.name, jobs, { db: fromDrizzle(tx, sql) })
    },
    async work(task, concurrency, handler) {
      // Without burst a backlog waits for the next poll after each notification, and pg-boss (12.38) bursts only with
      // batches of two or more. The jobs of a batch run side by side and are settled each for itself.
      const options = {
        batchSize: Math.max(2, concurrency),
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 1,
        burstWhenBatchFull: true,
        includeMetadata: true,
        perJobResults: true,
      } as const
      await boss.work(task.name, options, (jobs: JobWithMetadata<object>[]) =>
        Promise.all(
          jobs.map(async (job): Promise<JobResult> => {
            try {
              const claim = { task_id: job.id, number: job.retryCount, signal: stopping.signal }
              await handler(task.payload.parse(job.data), claim)
              return { id: job.id, status: 'completed' }
            } catch (error) {
              log.warn({ err: error, task: task.name, task_id: job.id }, 'task failed, to be tried again')
              return { id: job.id, status: 'failed' }
            }
          }),
        ),
      )
    },
    async stop() {
      const end = setTimeout(() => stopping.abort(), 20_000)
      await boss.stop({ graceful: true, timeout: 25_000, close: true })
      clearTimeout(end)
    },
  }
}

function connectionOf(database: Database): ConstructorOptions {
  if (database.pglite) return { db: fromPglite(database.pglite), backend: 'pglite' }
  // The queue needs connections of its own: one listens for notifications, and claims must not wait behind requests.
  return { connectionString: database.pool!.options.connectionString!, max: 4 }
}
