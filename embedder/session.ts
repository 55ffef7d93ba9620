import { InferenceSession, Tensor } from 'onnxruntime-node'
import { WEIGHTS } from './graph.ts'
import { singleOfHalf } from './half.ts'
import type { Model } from './model.ts'

/** Token ids of one text -> its unit vector. */
export type Infer = (ids: readonly number[]) => Promise<Float32Array>

/** Loads the model into this thread. One thread per session, so that sums are always formed in the same order. */
export async function openSession(model: Model): Promise<Infer> {
  const session = await InferenceSession.create(model.graph, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Both plan for inputs of one size; texts have every length from 2 to 256 tokens.
    enableCpuMemArena: false,
    enableMemPattern: false,
    externalData: [{ path: WEIGHTS, data: new Uint8Array(model.memory) }],
  })
  const embeddings = embeddingLayer(model)
  return async (ids) => {
    const input = new Tensor('float32', embeddings(ids), [1, ids.length, model.hidden])
    const { vector } = await session.run({ embeddings: input })
    return vector!.data as Float32Array
  }
}

/** The sum of word, position and type rows of every token. Done here, as the runtime would copy the tables per worker. */
function embeddingLayer({ memory, words, positions, tokenTypes, hidden }: Model) {
  const word = new Uint16Array(memory, words.offset, words.length / 2)
  const position = new Float32Array(memory, positions.offset, positions.length / 4)
  const type = new Float32Array(memory, tokenTypes.offset, hidden)
  return (ids: readonly number[]): Float32Array => {
    const sums = new Float32Array(ids.length * hidden)
    for (const [place, id] of ids.entries()) {
      for (let i = 0; i < hidden; i++)
        sums[place * hidden + i] = singleOfHalf[word[id * hidden + i]!]! + position[place * hidden + i]! + type[i]!
    }
    return sums
  }
}
