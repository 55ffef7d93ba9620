import { type EncoderConfig, encoderGraph } from './graph.ts'
import type { ModelFiles } from './model-files.ts'
import { type PlacedTensor, WeightPacker } from './weights.ts'

/** What a worker needs to embed: the encoder's graph, all weights in shared memory, and the tokenizer's contents. */
export interface Model {
  graph: Uint8Array
  memory: SharedArrayBuffer
  /** Half floats, one row per token of the vocabulary. */
  words: PlacedTensor
  /** Single floats, one row per place in the text. */
  positions: PlacedTensor
  /** Single floats; row 0 is added to every token. */
  tokenTypes: PlacedTensor
  hidden: number
  tokenizerJson: string
}

/** Prepares the model once for all workers. */
export function buildModel(files: ModelFiles): Model {
  const config: EncoderConfig = JSON.parse(files['config.json'].toString())
  const packer = new WeightPacker(files['model.fp16.safetensors'])
  return {
    graph: new Uint8Array(encoderGraph(config, packer)),
    memory: packer.memory,
    words: packer.halves('embeddings.word_embeddings.weight'),
    positions: packer.singles('embeddings.position_embeddings.weight'),
    tokenTypes: packer.singles('embeddings.token_type_embeddings.weight'),
    hidden: config.hidden_size,
    tokenizerJson: files['tokenizer.json'].toString(),
  }
}
