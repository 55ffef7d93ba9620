import { Piscina } from 'piscina'
import { EmbedderError } from './errors.ts'
import type { Model } from './model.ts'
import type { Batch } from './worker.ts'

/** The worker threads that hold the model. */
export interface Pool {
  run(batch: Batch): Promise<Float32Array[]>
  close(): Promise<void>
}

/** Starts `threads` workers; `worker` is the path of the module that embeds a batch. */
export function openPool(model: Model, threads: number, worker = `${import.meta.dirname}/worker.ts`): Pool {
  const piscina = new Piscina<Batch, Float32Array[]>({
    filename: worker,
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
    workerData: model,
    // The second batch waits inside the worker, which so never idles while the main thread is busy.
    concurrentTasksPerWorker: 2,
  })
  // A worker that dies while idle is replaced by the pool; without a listener the event would end the process.
  piscina.on('error', () => {})
  let isClosed = false
  return {
    async run(batch) {
      try {
        return await piscina.run(batch)
      } catch {
        if (isClosed) throw new EmbedderError('the embedder was closed')
        // A dead worker takes its batch along; its replacement gets the batch once more.
        return await piscina.run(batch).catch((cause: unknown) => {
          throw new EmbedderError('the embedding worker failed twice on the same texts', { cause })
        })
      }
    },
    async close() {
      isClosed = true
      await piscina.destroy()
    },
  }
}
