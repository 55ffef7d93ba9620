import { type Attribute, externalTensor, floatValue, model, node } from './onnx-proto.ts'
import type { PlacedTensor, WeightPacker } from './weights.ts'

/** The sizes of the encoder, named as in the model's config.json. */
export interface EncoderConfig {
  hidden_size: number
  num_hidden_layers: number
  num_attention_heads: number
  layer_norm_eps: number
}

/** The name under which the graph refers to the memory that holds its weights. */
export const WEIGHTS = 'weights'

/**
 * The BERT encoder with mean pooling as an ONNX model of a few kilobytes: summed embeddings [1, tokens, hidden] in, one unit
 * vector [1, hidden] out. It holds no weights but points to them in the packer's memory.
 * All arithmetic is in single precision, in the runtime's fused operators (domain com.microsoft).
 * One text per call and no padding: hence no attention mask.
 */
export function encoderGraph(config: EncoderConfig, weights: WeightPacker): Buffer {
  const nodes: Buffer[] = []
  const tensors: Buffer[] = []
  const { hidden_size: hidden, num_attention_heads: heads } = config
  const epsilon = { float: config.layer_norm_eps }

  const op = (type: string, inputs: string[], attributes: Record<string, Attribute> = {}, domain = '') => {
    const output = `${type}_${nodes.length}`
    nodes.push(node(type, inputs, output, attributes, domain))
    return output
  }
  const fused = (type: string, inputs: string[], attributes: Record<string, Attribute> = {}) =>
    op(type, inputs, attributes, 'com.microsoft')
  const constant = (tensor: PlacedTensor) => {
    const name = `weight_${tensors.length}`
    tensors.push(externalTensor(name, tensor.shape, { file: WEIGHTS, ...tensor }))
    return name
  }
  const vector = (...names: string[]) => constant(weights.singles(...names))
  const matrix = (...names: string[]) => constant(weights.transposed(...names))
  const norm = (name: string) => [vector(`${name}.weight`), vector(`${name}.bias`)]
  const addAndNormalise = (input: string, skip: string, normName: string, biasName: string) =>
    fused('SkipLayerNormalization', [input, skip, ...norm(normName), vector(biasName)], { epsilon })

  let x = op('LayerNormalization', ['embeddings', ...norm('embeddings.LayerNorm')], { axis: 2, epsilon })
  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    const at = `encoder.layer.${layer}`
    const parts = ['query', 'key', 'value'].map((part) => `${at}.attention.self.${part}`)
    const projection = [
      matrix(...parts.map((part) => `${part}.weight`)),
      vector(...parts.map((part) => `${part}.bias`)),
    ]
    const attended = fused('Attention', [x, ...projection], { num_heads: heads })
    const mixed = op('MatMul', [attended, matrix(`${at}.attention.output.dense.weight`)])
    x = addAndNormalise(mixed, x, `${at}.attention.output.LayerNorm`, `${at}.attention.output.dense.bias`)
    const wide = op('MatMul', [x, matrix(`${at}.intermediate.dense.weight`)])
    const activated = fused('BiasGelu', [wide, vector(`${at}.intermediate.dense.bias`)])
    const narrow = op('MatMul', [activated, matrix(`${at}.output.dense.weight`)])
    x = addAndNormalise(narrow, x, `${at}.output.LayerNorm`, `${at}.output.dense.bias`)
  }
  const mean = op('ReduceMean', [x], { axes: [1], keepdims: 0 })
  nodes.push(node('LpNormalization', [mean], 'vector', { axis: 1, p: 2 }))

  return model({
    name: 'sentence-encoder',
    nodes,
    tensors,
    inputs: [floatValue('embeddings', [1, 'tokens', hidden])],
    outputs: [floatValue('vector', [1, hidden])],
  })
}
