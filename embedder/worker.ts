import { setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'
import type { Model } from './model.ts'
import { openSession } from './session.ts'
import { createEncoder } from './tokenizer.ts'
import { mean } from './vectors.ts'
import { type Batch, serve } from './worker-protocol.ts'

lowerPriority()
const model: Model = workerData
const encoder = createEncoder(model.tokenizerJson)
const infer = await openSession(model)
serve(embedBatch)

/** Lets HTTP go before embedding. On Linux a priority belongs to a thread; elsewhere it would slow the whole process. */
function lowerPriority(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(0, 5)
  } catch {
    // Some sandboxes forbid the call; the work is the same at normal priority.
  }
}

/** One text per inference, so that a vector never depends on the texts beside it. */
async function embedBatch({ texts, isLong }: Batch): Promise<Float32Array[]> {
  const vectors: Float32Array[] = []
  for (const text of texts) vectors.push(isLong ? await embedLong(text) : await infer(encoder.line(text)))
  return vectors
}

async function embedLong(text: string): Promise<Float32Array> {
  const parts: Float32Array[] = []
  for (const ids of encoder.chunks(text)) parts.push(await infer(ids))
  return mean(parts)
}
