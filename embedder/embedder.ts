import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { EmbedderError } from './errors.ts'
import { FairQueue, Job } from './fair-queue.ts'
import { modelId } from './model-files.ts'
import type { Pool } from './pool.ts'

/** Turns texts into vectors whose dot product is their similarity in meaning, -1 to 1. */
export interface Embedder {
  /**
   * One vector of 384 numbers and length 1 per text, in the order given; reads the first 256 tokens of a text.
   * The same text gives the same bytes, whatever is embedded beside it. Rejects with the signal's reason when aborted,
   * with EmbedderError when closed.
   */
  embed(texts: readonly string[], options?: { signal?: AbortSignal }): Promise<Float32Array[]>
  /** One vector for a whole text: the mean of its 256-token chunks, scaled to length 1. Never cached. */
  embedLong(text: string, options?: { signal?: AbortSignal }): Promise<Float32Array>
  /** Counts since the start: lines computed, lines that needed no computation of their own, and lines waiting now. */
  stats(): { lines_embedded: number; cache_hits: number; queue: number }
  /** Ends the workers; whatever still waits is rejected. */
  close(): Promise<void>
  /** Names the model; vectors of different ids cannot be compared. */
  modelId: string
}

interface Item {
  text: string
  isLong: boolean
}
type VectorJob = Job<Item, Float32Array>

/** An embedder on a pool of workers that hold the model. */
export function createEmbedder(pool: Pool, options: { threads: number; cacheEntries: number }): Embedder {
  const cache = new LRUCache<string, Float32Array>({ max: options.cacheEntries })
  const inFlight = new Map<string, VectorJob>()
  const counts = { lines_embedded: 0, cache_hits: 0 }
  let isClosed = false

  const queue = (isLong: boolean, batchItems: number, slots: number) =>
    new FairQueue<Item, Float32Array>({
      // One batch of each worker runs and one waits in it.
      slots,
      batchItems,
      // About 100 tokens, 20-25 ms: what a newcomer may have to wait for.
      batchWeight: 400,
      weigh: (item) => item.text.length,
      run: (items) => pool.run({ texts: items.map((item) => item.text), isLong }),
    })
  const lines = queue(false, 4, options.threads * 2)
  const longs = queue(true, 1, options.threads)

  /** Joins the job in flight for this text or starts one. */
  function jobFor(key: string, text: string): VectorJob {
    const running = inFlight.get(key)
    if (running) {
      counts.cache_hits++
      return running
    }
    const job: VectorJob = new Job({ text, isLong: false })
    inFlight.set(key, job)
    job.done.then(
      (vector) => {
        counts.lines_embedded++
        cache.set(key, vector)
        forget(key, job)
      },
      () => forget(key, job),
    )
    return job
  }
  function forget(key: string, job: VectorJob): void {
    if (inFlight.get(key) === job) inFlight.delete(key)
  }

  return {
    modelId,
    stats: () => ({ ...counts, queue: inFlight.size }),

    async embed(texts, { signal } = {}) {
      if (isClosed) throw new EmbedderError('the embedder was closed')
      const keys: string[] = []
      const vectors = new Map<string, Float32Array>()
      const jobs = new Map<string, VectorJob>()
      for (const raw of texts) {
        // Lone surrogates cannot be encoded for hashing; they read as U+FFFD for cache and model alike.
        const text = raw.toWellFormed()
        const key = hash('sha256', text, 'base64')
        keys.push(key)
        const known = cache.get(key)
        if (known) {
          counts.cache_hits++
          vectors.set(key, known)
        } else jobs.set(key, jobFor(key, text))
      }
      try {
        await lines.request([...jobs.values()], signal)
      } finally {
        for (const [key, job] of jobs) if (!job.isStarted && job.waiting === 0) forget(key, job)
      }
      for (const [key, job] of jobs) vectors.set(key, await job.done)
      // Copies: a caller that changes or transfers its vector must not change the cache.
      return keys.map((key) => vectors.get(key)!.slice())
    },

    async embedLong(text, { signal } = {}) {
      if (isClosed) throw new EmbedderError('the embedder was closed')
      const job: VectorJob = new Job({ text: text.toWellFormed(), isLong: true })
      await longs.request([job], signal)
      return job.done
    },

    async close() {
      isClosed = true
      for (const [key, job] of inFlight) {
        job.reject(new EmbedderError('the embedder was closed'))
        forget(key, job)
      }
      await pool.close()
    },
  }
}
