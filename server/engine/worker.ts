import { setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'
import { openEmbedder } from '@innohire/embedder'
import { createEngine, TranscriptError } from '@innohire/engine'
import { loadLexicon } from '@innohire/engine/lexicon/load.ts'
import type { Answer, EngineAnswer, EngineCall } from './calls.ts'

// On Linux this is the priority of the calling thread and of those it starts: who answers HTTP comes first.
if (process.platform === 'linux') setPriority(5)

// Loaded once a thread. The embedder brings threads of its own, so that reading one resume overlaps embedding another.
const modelDir: string | undefined = workerData.model_dir
const embedder = await openEmbedder(modelDir === undefined ? {} : { modelDir })
const engine = createEngine({ embed: (texts) => embedder.embed(texts), lexicon: loadLexicon() })

/** Runs in a worker thread, off the thread that answers HTTP. */
export default async (call: EngineCall): Promise<EngineAnswer> => {
  const answer = await answerTo(call)
  const { lines_embedded, cache_hits } = embedder.stats()
  return { ...answer, embedder: { lines_embedded, cache_hits } }
}

async function answerTo(call: EngineCall): Promise<Answer> {
  if (call.kind === 'evaluate') return { kind: 'evaluate', result: await engine.evaluate(call.input) }
  try {
    return { kind: 'analyze', analysis: await engine.analyzeTranscript(call.input) }
  } catch (error) {
    // An error loses its class on the way between threads.
    if (error instanceof TranscriptError) return { kind: 'refused', message: error.message }
    throw error
  }
}
