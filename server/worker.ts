import { randomUUID } from 'node:crypto'
import type { Deps } from './context.ts'
import { timed } from './metrics/timed.ts'
import type { ScreeningDeps } from './screenings/deps.ts'
import { createRateMeter, noteRate, secondsPerItem } from './screenings/estimate.ts'
import { evaluateScreeningItem, type ItemPayload } from './screenings/evaluate-item.ts'
import { finishScreening } from './screenings/finish-screening.ts'
import { createLanes } from './screenings/lanes.ts'
import { sweepScreenings } from './screenings/sweep.ts'
import { evaluateScreeningItemTask, finishScreeningTask, isolateScreeningItemTask } from './screenings/tasks.ts'
import type { Claim, TaskQueue } from './tasks/queue.ts'
import { deliverWebhook } from './webhooks/deliver-webhook.ts'
import { createHostLimits } from './webhooks/host-limits.ts'
import { sweepDeliveries } from './webhooks/sweep.ts'
import { deliverWebhookTask } from './webhooks/tasks.ts'

/** All kinds of background work. */
export const tasks = [evaluateScreeningItemTask, isolateScreeningItemTask, finishScreeningTask, deliverWebhookTask]

const webhooksAtOnce = 50
const sweepMs = 30_000
const noteRateMs = 5_000

/** What background work stands on. */
export type WorkerDeps = ScreeningDeps & Pick<Deps, 'config' | 'engine' | 'reader' | 'metrics'>

interface WorkerOptions {
  /** Only for the control of bench/faults: see ItemDeps. */
  is_unfenced?: true
  /** Names of tasks that this process leaves to others. */
  except?: readonly string[]
}

/** Serves background work in this process until the queue is stopped; `stop` ends what stands beside the queue. */
export async function startWorker(
  given: WorkerDeps,
  queue: TaskQueue,
  { is_unfenced, except = [] }: WorkerOptions = {},
): Promise<{ stop(): Promise<void> }> {
  const deps = { ...given, database: given.database.inBackground }
  const { database, log, config, metrics } = deps
  const worker_id = randomUUID()
  const start = await database.transaction(secondsPerItem)
  const meter = createRateMeter(() => performance.now(), config.SCREENING_CONCURRENCY, start)
  const itemDeps = { ...deps, ...(is_unfenced ? { is_unfenced } : {}), evaluate: deps.engine.evaluateInBackground }
  const deliveryDeps = { ...deps, hosts: createHostLimits(() => performance.now()), random: Math.random }

  const work: TaskQueue['work'] = (task, concurrency, handler) => {
    if (!except.includes(task.name)) queue.work(task, concurrency, timed(metrics, task.name, handler))
  }
  const lanes = createLanes()
  const evaluateItem = async (payload: ItemPayload, claim: Claim, is_alone: boolean) => {
    const end = await evaluateScreeningItem(itemDeps, payload, claim, { is_alone })
    if (end !== undefined) metrics.countItem(end.outcome, end.code)
  }
  work(evaluateScreeningItemTask, config.SCREENING_CONCURRENCY, (payload, claim) =>
    lanes.together(async () => {
      const stopClock = meter.begin()
      await evaluateItem(payload, claim, false).finally(stopClock)
    }),
  )
  work(isolateScreeningItemTask, 1, (payload, claim) => lanes.alone(() => evaluateItem(payload, claim, true)))
  work(finishScreeningTask, 2, (payload) => finishScreening(deps, payload))
  work(deliverWebhookTask, webhooksAtOnce, (payload, claim) => deliverWebhook(deliveryDeps, payload, claim))

  const note = async () => {
    const seconds = meter.secondsPerItem()
    if (seconds !== undefined) await database.transaction((tx) => noteRate(tx, worker_id, seconds))
  }
  const sweep = async () => {
    const found = (await sweepScreenings(deps)) + (await sweepDeliveries(deps))
    if (found > 0) log.warn({ found }, 'work without a task was found and given one')
  }
  const timers = [every(noteRateMs, note), every(sweepMs, sweep)]
  return {
    async stop() {
      await Promise.all(timers.map((timer) => timer.stop()))
    },
  }

  /** Runs `work` again and again, one after the other; a failure waits for the next time. */
  function every(ms: number, work: () => Promise<void>) {
    let running = Promise.resolve()
    let isRunning = false
    const timer = setInterval(() => {
      if (isRunning) return
      isRunning = true
      running = work()
        .catch((err) => log.warn({ err }, 'periodic work failed; the next time tries again'))
        .finally(() => {
          isRunning = false
        })
    }, ms)
    timer.unref()
    return {
      stop: () => {
        clearInterval(timer)
        return running
      },
    }
  }
}
