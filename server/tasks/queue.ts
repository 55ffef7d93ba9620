import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type ConstructorOptions, fromDrizzle, fromPglite, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database, Transaction } from '../db/open.ts'
import type { Task } from './define-task.ts'
import { serveTask, type TaskHandler, type TaskServer } from './serve-task.ts'

export type { Claim, TaskHandler } from './serve-task.ts'

export interface EnqueueOptions {
  /** Higher is served first. */
  priority?: number
  start_after_seconds?: number
}

/** Background work, on the same database as everything else: enqueued in the transaction that needs it done. */
export interface TaskQueue {
  /** The ids of the tasks, in the order of the payloads. */
  enqueue<Payload extends object>(
    tx: Transaction,
    task: Task<Payload>,
    payloads: readonly (EnqueueOptions & { payload: Payload })[],
  ): Promise<string[]>
  /** Serves tasks of this kind in this process, at most `concurrency` at a time. A handler that throws is tried again. */
  work<Payload extends object>(task: Task<Payload>, concurrency: number, handler: TaskHandler<Payload>): void
  /** How many tasks of each kind wait and run, in all processes, as counted within the last seconds. */
  depths(): Promise<{ task: string; waiting: number; running: number }[]>
  /** Lets running handlers end for a while, then gives their tasks back. */
  stop(grace_ms?: number): Promise<void>
}

/** A worker that died is noticed after this long without a sign of life, in seconds; pg-boss allows no less. */
const heartbeatSeconds = 10
const heartbeatMs = 3_000
const pollMs = 1_000
/** Announces the name of a kind of task once its transaction is committed. */
const channel = 'innohire_tasks'

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
  // So that a request enqueues in the transaction of its workspace: tasks hold ids only, which it may write.
  await database.shareSchema('pgboss')

  const servers = new Map<string, TaskServer>()
  const wakeAll = () => {
    for (const server of servers.values()) server.wake()
  }
  const listener = await database.listen(channel, {
    onMessage: (name) => servers.get(name)?.wake(),
    onGap: wakeAll,
  })
  return {
    async enqueue(tx, task, payloads) {
      if (payloads.length === 0) return []
      const jobs = payloads.map(({ payload, priority, start_after_seconds }) => ({
        id: randomUUID(),
        data: task.payload.parse(payload),
        ...(priority === undefined ? {} : { priority }),
        ...(start_after_seconds === undefined ? {} : { startAfter: start_after_seconds }),
      }))
      await boss.insert(task.name, jobs, { db: fromDrizzle(tx, sql) })
      await tx.execute(sql`select pg_notify(${channel}, ${task.name})`)
      return jobs.map(({ id }) => id)
    },
    work(task, concurrency, handler) {
      const options = { task, concurrency, handler, heartbeat_ms: heartbeatMs, poll_ms: pollMs }
      servers.set(task.name, serveTask(boss, log, options))
    },
    async depths() {
      const queues = await boss.getQueues(tasks.map(({ name }) => name))
      return queues.map(({ name, queuedCount, activeCount }) => ({
        task: name,
        waiting: queuedCount,
        running: activeCount,
      }))
    },
    async stop(grace_ms = 20_000) {
      await listener.stop()
      await Promise.all([...servers.values()].map((server) => server.stop(grace_ms)))
      await boss.stop({ graceful: false, close: true })
    },
  }
}

function connectionOf(database: Database): ConstructorOptions {
  const { statements } = database.inBackground
  if (statements) return { db: fromPglite(statements), backend: 'pglite' }
  // The queue needs connections of its own: claims must not wait behind requests.
  return { connectionString: database.pool!.options.connectionString!, max: 4 }
}
