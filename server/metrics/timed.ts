import type { TaskHandler } from '../tasks/queue.ts'
import type { Metrics } from './metrics.ts'

/** The handler, with each try counted by its outcome and how long it took. */
export function timed<Payload>(
  metrics: Pick<Metrics, 'countTask'>,
  task: string,
  handler: TaskHandler<Payload>,
): TaskHandler<Payload> {
  return async (payload, claim) => {
    const startedMs = performance.now()
    let outcome: 'done' | 'failed' = 'failed'
    try {
      await handler(payload, claim)
      outcome = 'done'
    } finally {
      metrics.countTask(task, outcome, (performance.now() - startedMs) / 1000)
    }
  }
}
