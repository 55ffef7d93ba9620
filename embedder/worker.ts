import { setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'
import type { Model } from './model.ts'
import { openSession } from './session.ts'
import { createEncoder } from './tokenizer.ts'
import { mean } from './vectors.ts'

/** What a worker is asked for: one vector per text; `isLong` reads the whole text and not only its first 256 tokens. */
export interface Batch {
  texts: readonly string[]
  isLong: boolean
}

// On Linux a priority belongs to a thread, elsewhere to the whole process: only there can HTTP go before embedding.
if (process.platform === 'linux') setPriority(0, 5)

const loading = load(workerData as Model)
// A failed load is reported by the first batch; unhandled, it would end the process.
loading.catch(() => {})

async function load(model: Model) {
  return { encoder: createEncoder(model.tokenizerJson), infer: await openSession(model) }
}

/** Embeds one batch, one text per inference, so that a vector never depends on the texts beside it. */
export default async function embedBatch({ texts, isLong }: Batch): Promise<Float32Array[]> {
  const { encoder, infer } = await loading
  const vectors: Float32Array[] = []
  for (const text of texts) {
    if (!isLong) vectors.push(await infer(encoder.line(text)))
    else {
      const parts: Float32Array[] = []
      for (const ids of encoder.chunks(text)) parts.push(await infer(ids))
      vectors.push(mean(parts))
    }
  }
  return vectors
}
