import { type Attribute, dataType, externalTensor, int64Tensor, model, node, value } from './onnx-proto.ts'
import type { TensorEntry } from './safetensors.ts'

/** The sizes of the encoder, named as in the model's config.json. */
export interface EncoderConfig {
  hidden_size: number
  num_hidden_layers: number
  num_attention_heads: number
  layer_norm_eps: number
}

/**
 * The BERT encoder with mean pooling as an ONNX model of a few kilobytes: token ids [1, n] in, one unit vector [1, hidden] out.
 * Weights stay where they are, in the safetensors file, as half floats; the Cast, Transpose and Concat nodes on them have
 * constant inputs, so the runtime computes them once while it loads, and all arithmetic is in single precision.
 * The word table alone stays in half floats (it is only looked up), which saves 47 MB.
 * One text per call and no padding: hence no attention mask, and all token types are 0.
 */
export function encoderGraph(
  config: EncoderConfig,
  weights: ReadonlyMap<string, TensorEntry>,
  weightsFile: string,
): Buffer {
  const nodes: Buffer[] = []
  const tensors: Buffer[] = []
  const { hidden_size: hidden, num_attention_heads: heads } = config
  const epsilon = { float: config.layer_norm_eps }

  let count = 0
  const op = (type: string, inputs: string[], attributes: Record<string, Attribute> = {}, domain = '') => {
    const output = `${type}_${count++}`
    nodes.push(node(type, inputs, output, attributes, domain))
    return output
  }
  const fused = (type: string, inputs: string[], attributes: Record<string, Attribute> = {}) =>
    op(type, inputs, attributes, 'com.microsoft')
  const ints = (values: number[], shape: number[]) => {
    const name = `ints_${count++}`
    tensors.push(int64Tensor(name, shape, values))
    return name
  }
  const half = (name: string) => {
    const entry = weights.get(name)
    if (entry?.dtype !== 'F16') throw new TypeError(`the model file has no half-float tensor ${name}`)
    tensors.push(externalTensor(name, dataType.float16, entry.shape, { file: weightsFile, ...entry }))
    return name
  }
  const single = (name: string) => op('Cast', [half(name)], { to: dataType.float })
  // Linear layers are stored as [out, in]; the runtime multiplies by [in, out].
  const matrix = (name: string) => op('Transpose', [single(name)], { perm: [1, 0] })
  const addAndNormalise = (input: string, skip: string, norm: string, bias: string) =>
    fused('SkipLayerNormalization', [input, skip, single(`${norm}.weight`), single(`${norm}.bias`), bias], { epsilon })

  const words = op('Cast', [op('Gather', [half('embeddings.word_embeddings.weight'), 'input_ids'])], {
    to: dataType.float,
  })
  const length = op('Slice', [op('Shape', ['input_ids']), ints([1], [1]), ints([2], [1])])
  const positionTable = single('embeddings.position_embeddings.weight')
  const positions = op('Unsqueeze', [op('Slice', [positionTable, ints([0], [1]), length]), ints([0], [1])])
  const tokenType = op('Gather', [single('embeddings.token_type_embeddings.weight'), ints([0], [])])
  let x = addAndNormalise(words, positions, 'embeddings.LayerNorm', tokenType)

  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    const at = `encoder.layer.${layer}`
    const parts = ['query', 'key', 'value'].map((part) => `${at}.attention.self.${part}`)
    const projection = op(
      'Concat',
      parts.map((part) => matrix(`${part}.weight`)),
      { axis: 1 },
    )
    const projectionBias = op(
      'Concat',
      parts.map((part) => single(`${part}.bias`)),
      { axis: 0 },
    )
    const attended = fused('Attention', [x, projection, projectionBias], { num_heads: heads })
    const mixed = op('MatMul', [attended, matrix(`${at}.attention.output.dense.weight`)])
    x = addAndNormalise(mixed, x, `${at}.attention.output.LayerNorm`, single(`${at}.attention.output.dense.bias`))
    const wide = op('MatMul', [x, matrix(`${at}.intermediate.dense.weight`)])
    const activated = fused('BiasGelu', [wide, single(`${at}.intermediate.dense.bias`)])
    const narrow = op('MatMul', [activated, matrix(`${at}.output.dense.weight`)])
    x = addAndNormalise(narrow, x, `${at}.output.LayerNorm`, single(`${at}.output.dense.bias`))
  }

  const mean = op('ReduceMean', [x], { axes: [1], keepdims: 0 })
  nodes.push(node('LpNormalization', [mean], 'vector', { axis: 1, p: 2 }))

  return model({
    name: 'sentence-encoder',
    nodes,
    tensors,
    inputs: [value('input_ids', dataType.int64, [1, 'tokens'])],
    outputs: [value('vector', dataType.float, [1, hidden])],
  })
}
