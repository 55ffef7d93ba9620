import { InferenceSession, Tensor } from 'onnxruntime-node'
import { type EncoderConfig, encoderGraph } from './graph.ts'
import { readSafetensors } from './safetensors.ts'

const WEIGHTS = 'weights'

/** Token ids of one text -> its unit vector. */
export type Infer = (ids: readonly number[]) => Promise<Float32Array>

/** Loads the model into this thread. One thread per session, so that sums are always formed in the same order. */
export async function openSession(weights: Uint8Array, configJson: string): Promise<Infer> {
  const config: EncoderConfig = JSON.parse(configJson)
  const graph = encoderGraph(config, readSafetensors(weights), WEIGHTS)
  const session = await InferenceSession.create(new Uint8Array(graph), {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    externalData: [{ path: WEIGHTS, data: weights }],
  })
  return async (ids) => {
    const input = new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length])
    const { vector } = await session.run({ input_ids: input })
    return vector!.data as Float32Array
  }
}
