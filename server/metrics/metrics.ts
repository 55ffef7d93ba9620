import { Counter, Histogram, Registry } from 'prom-client'

/** How a task, or a resume of a bulk job, ended. */
export type TaskOutcome = 'done' | 'failed'
export type ItemOutcome = 'succeeded' | 'failed' | 'retried'

/**
 * What this process has done since it started, for Prometheus. Labels are names of routes, methods, tasks and outcomes out
 * of closed sets: nothing of a request, a workspace, a key or a person may become one.
 */
export interface Metrics {
  /** What is read at the time of asking registers here. */
  registry: Registry
  /** `route` is the pattern of a mounted route, such as `/v1/jobs/:job_id`. */
  countRequest(request: { method: string; route: string; status: number }, seconds: number): void
  countTask(task: string, outcome: TaskOutcome, seconds: number): void
  /** One try of a resume of a bulk job; `code` is the error code of a failure, else empty. */
  countItem(outcome: ItemOutcome, code: string): void
  /** The text exposition format, version 0.0.4. */
  render(): Promise<string>
}

/** Seconds; a small evaluation takes some 0.1, a large one or a language model several. */
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const taskBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'innohire_http_request_duration_seconds',
    help: 'Requests answered, by route pattern, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: requestBuckets,
    registers,
  })
  const tasks = new Histogram({
    name: 'innohire_task_duration_seconds',
    help: 'Tries of background tasks, by kind and outcome; a failed one is tried again.',
    labelNames: ['task', 'outcome'],
    buckets: taskBuckets,
    registers,
  })
  const items = new Counter({
    name: 'innohire_screening_items_total',
    help: 'Tries of resumes of bulk jobs, by outcome and error code.',
    labelNames: ['outcome', 'code'],
    registers,
  })
  return {
    registry,
    countRequest: ({ method, route, status }, seconds) =>
      requests.observe({ route, method: methods.has(method) ? method : 'other', status }, seconds),
    countTask: (task, outcome, seconds) => tasks.observe({ task, outcome }, seconds),
    countItem: (outcome, code) => items.inc({ outcome, code }),
    render: () => registry.metrics(),
  }
}
