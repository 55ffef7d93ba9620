import { Worker } from 'node:worker_threads'
import { EmbedderError } from './errors.ts'
import type { Model } from './model.ts'
import { type Answer, type Batch, type Question, READY } from './worker-protocol.ts'

/** The worker threads that hold the model. */
export interface Pool {
  run(batch: Batch): Promise<Float32Array[]>
  close(): Promise<void>
}

interface Task {
  batch: Batch
  isRetry: boolean
  resolve: (vectors: Float32Array[]) => void
  reject: (error: EmbedderError) => void
}
interface Thread {
  worker: Worker
  tasks: Map<number, Task>
  isReady: boolean
}

/** One batch runs and one waits in the worker, which so never idles while the main thread is busy. */
const TASKS_PER_THREAD = 2
/** So many workers in a row that end before they are ready, and what waits is rejected. */
const MAX_FAILED_STARTS = 3

/**
 * Starts `threads` workers from the module `file`. A worker that ends is replaced and its batches run once more, alone;
 * a batch that ends its worker twice is rejected, and so is everything when workers do not start at all: nothing hangs.
 */
export function openPool(model: Model, threads: number, file = new URL('./worker.ts', import.meta.url)): Pool {
  const pool = new Set<Thread>()
  let waiting: Task[] = []
  let failedStarts = 0
  let lastFailure: unknown
  let nextId = 0
  let isClosed = false

  function fillPool(): void {
    while (pool.size < threads && failedStarts < MAX_FAILED_STARTS) {
      try {
        start()
      } catch (error) {
        failedStarts++
        lastFailure = error
      }
    }
    if (pool.size > 0) return
    const reason = lastFailure instanceof Error ? lastFailure.message : String(lastFailure)
    rejectAll(waiting, new EmbedderError(`the embedding workers do not start: ${reason}`, { cause: lastFailure }))
    waiting = []
    // The next call tries again.
    failedStarts = 0
  }

  function start(): void {
    const worker = new Worker(file, { workerData: model })
    const thread: Thread = { worker, tasks: new Map(), isReady: false }
    pool.add(thread)
    worker.on('message', (message: Answer | typeof READY) => {
      if (message === READY) {
        thread.isReady = true
        failedStarts = 0
        worker.unref()
      } else settle(thread, message)
      dispatch()
    })
    let cause: unknown
    worker.on('error', (error) => {
      cause = error
    })
    worker.on('exit', (code) => replace(thread, cause ?? new Error(`the worker ended with code ${code}`)))
  }

  function settle(thread: Thread, answer: Answer): void {
    const task = thread.tasks.get(answer.id)!
    thread.tasks.delete(answer.id)
    if (thread.tasks.size === 0) thread.worker.unref()
    if ('vectors' in answer) task.resolve(answer.vectors)
    else task.reject(new EmbedderError('a text could not be embedded', { cause: answer.error }))
  }

  function replace(thread: Thread, cause: unknown): void {
    pool.delete(thread)
    if (isClosed) return
    lastFailure = cause
    if (!thread.isReady) failedStarts++
    for (const task of thread.tasks.values()) {
      if (task.isRetry) task.reject(new EmbedderError('an embedding worker ended twice on the same texts', { cause }))
      else waiting.unshift({ ...task, isRetry: true })
    }
    fillPool()
    dispatch()
  }

  function dispatch(): void {
    for (;;) {
      const [task] = waiting
      const thread = task && roomFor(task)
      if (!task || !thread) return
      waiting.shift()
      const id = nextId++
      thread.tasks.set(id, task)
      thread.worker.ref()
      thread.worker.postMessage({ id, batch: task.batch } satisfies Question)
    }
  }

  /** The least busy thread that may take the task; a retried batch shares its worker with no other. */
  function roomFor(task: Task): Thread | undefined {
    let best: Thread | undefined
    for (const thread of pool) {
      if (!thread.isReady) continue
      const isAlone = task.isRetry || [...thread.tasks.values()].some((other) => other.isRetry)
      if (thread.tasks.size >= (isAlone ? 1 : TASKS_PER_THREAD)) continue
      if (!best || thread.tasks.size < best.tasks.size) best = thread
    }
    return best
  }

  fillPool()
  return {
    run(batch) {
      if (isClosed) return Promise.reject(closedError())
      return new Promise((resolve, reject) => {
        waiting.push({ batch, isRetry: false, resolve, reject })
        fillPool()
        dispatch()
      })
    },
    async close() {
      isClosed = true
      rejectAll([...waiting, ...[...pool].flatMap((thread) => [...thread.tasks.values()])], closedError())
      waiting = []
      await Promise.all([...pool].map((thread) => thread.worker.terminate()))
    },
  }
}

const closedError = () => new EmbedderError('the embedder was closed')

function rejectAll(tasks: readonly Task[], error: EmbedderError): void {
  for (const task of tasks) task.reject(error)
}
