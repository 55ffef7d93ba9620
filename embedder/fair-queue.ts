/** One piece of work, shared by every request that asked for it. */
export class Job<Item, Result> {
  readonly item: Item
  readonly done: Promise<Result>
  resolve!: (result: Result) => void
  reject!: (error: unknown) => void
  isStarted = false
  waiting = 0

  constructor(item: Item) {
    this.item = item
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
    // Requests wait for `done` themselves; a job that all of them left must not end the process.
    this.done.catch(() => {})
  }
}

interface Request<Item, Result> {
  jobs: readonly Job<Item, Result>[]
  next: number
}

/** How a queue forms and runs its batches: at most `batchItems` items and about `batchWeight` in all, `slots` batches at a time. */
export interface FairQueueOptions<Item, Result> {
  slots: number
  batchItems: number
  batchWeight: number
  weigh: (item: Item) => number
  run: (items: Item[]) => Promise<Result[]>
}

/**
 * Runs the jobs of many requests in small batches, one request after the other, so that a request for a few lines
 * waits for a few batches and never for the rest of a long request.
 */
export class FairQueue<Item, Result> {
  readonly #options: FairQueueOptions<Item, Result>
  #rotation: Request<Item, Result>[] = []
  #running = 0

  constructor(options: FairQueueOptions<Item, Result>) {
    this.#options = options
  }

  /** Waits for all jobs; rejects with the first error, or with the signal's reason, and then leaves what has not started. */
  async request(jobs: readonly Job<Item, Result>[], signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    const request = { jobs, next: 0 }
    for (const job of jobs) job.waiting++
    this.#rotation.push(request)
    this.#fill()
    try {
      await untilAborted(Promise.all(jobs.map((job) => job.done)), signal)
    } finally {
      this.#rotation = this.#rotation.filter((other) => other !== request)
      for (const job of jobs) job.waiting--
    }
  }

  #fill(): void {
    while (this.#running < this.#options.slots) {
      const batch = this.#nextBatch()
      if (batch.length === 0) return
      this.#running++
      void this.#run(batch)
    }
  }

  /** The next jobs of the request whose turn it is; jobs that another request had started are passed over. */
  #nextBatch(): Job<Item, Result>[] {
    const { batchItems, batchWeight, weigh } = this.#options
    const batch: Job<Item, Result>[] = []
    while (batch.length === 0) {
      const request = this.#rotation.shift()
      if (request === undefined) return batch
      let weight = 0
      for (; request.next < request.jobs.length && batch.length < batchItems && weight < batchWeight; request.next++) {
        const job = request.jobs[request.next]!
        if (job.isStarted) continue
        job.isStarted = true
        weight += weigh(job.item)
        batch.push(job)
      }
      if (request.next < request.jobs.length) this.#rotation.push(request)
    }
    return batch
  }

  async #run(batch: Job<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#options.run(batch.map((job) => job.item))
      for (const [i, job] of batch.entries()) job.resolve(results[i]!)
    } catch (error) {
      for (const job of batch) job.reject(error)
    }
    this.#running--
    this.#fill()
  }
}

/** The promise's result, or the signal's reason as soon as it is aborted. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
