import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Embedder, openEmbedder } from '@innohire/embedder'
import { loadLexicon } from '@innohire/engine/lexicon/load.ts'
import { createTools, type Tools } from '@innohire/engine/tools.ts'
import { cacheVectors } from './vector-cache.ts'

/** Name of the vector file; a new model needs a new one. */
const MODEL = 'minilm'

/** What every measurement works with: the data folder of the command line and the engine's tools with a vector cache. */
export function openBench(): { data: string; tools: Tools; requested: () => number; close: () => Promise<void> } {
  const { values } = parseArgs({ options: { data: { type: 'string' } }, strict: false })
  if (typeof values.data !== 'string') throw new Error('Say where the labelled sets are: --data <folder>')
  let embedder: Embedder | undefined
  const cache = cacheVectors(join(import.meta.dirname, '../../.cache/vectors'), MODEL, async () => {
    embedder = await openEmbedder({})
    return (texts) => embedder!.embed(texts)
  })
  const lexicon = loadLexicon()
  return {
    data: values.data,
    tools: createTools({ embed: cache.embed, lexicon }),
    requested: cache.requested,
    close: async () => embedder?.close(),
  }
}
