import { workerData } from 'node:worker_threads'
import { openEmbedder } from '@innohire/embedder'
import { createEngine, type EvaluationInput, type EvaluationResult } from '@innohire/engine'
import { loadLexicon } from '@innohire/engine/lexicon/load.ts'

// Loaded once a thread. The embedder brings threads of its own, so that reading one resume overlaps embedding another.
const modelDir: string | undefined = workerData.model_dir
const embedder = await openEmbedder(modelDir === undefined ? {} : { modelDir })
const engine = createEngine({ embed: (texts) => embedder.embed(texts), lexicon: loadLexicon() })

/** Runs in a worker thread, off the thread that answers HTTP. */
export default (input: EvaluationInput): Promise<EvaluationResult> => engine.evaluate(input)
