import { parentPort } from 'node:worker_threads'

/** What a worker is asked for: one vector per text; `isLong` reads the whole text and not only its first 256 tokens. */
export interface Batch {
  texts: readonly string[]
  isLong: boolean
}

/** A batch on its way to a worker, and the worker's answer to it. */
export interface Question {
  id: number
  batch: Batch
}
export type Answer = { id: number; vectors: Float32Array[] } | { id: number; error: string }

/** The first message of a worker: from now on it can be asked. */
export const READY = 'ready'

/** Answers every batch that this worker thread is sent. */
export function serve(embed: (batch: Batch) => Promise<Float32Array[]>): void {
  const answer = (message: Answer) => parentPort!.postMessage(message)
  parentPort!.on('message', ({ id, batch }: Question) => {
    embed(batch).then(
      (vectors) => answer({ id, vectors }),
      (error: Error) => answer({ id, error: error.stack ?? error.message }),
    )
  })
  parentPort!.postMessage(READY)
}
