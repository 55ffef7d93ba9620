/**
 * The few messages of ONNX's protobuf format that a graph with external weights needs.
 * Field numbers: onnx/onnx.proto of the ONNX project (IR version 8).
 */

const VARINT = 0
const BYTES = 2
const FIXED32 = 5

/** Single precision among the element types (TensorProto.DataType). */
const FLOAT = 1

/** Non-negative integers only: all that the graph needs. */
function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
  return Buffer.from(bytes)
}
const key = (field: number, wire: number) => varint(field * 8 + wire)
const int = (field: number, value: number) => Buffer.concat([key(field, VARINT), varint(value)])
const float = (field: number, value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return Buffer.concat([key(field, FIXED32), bytes])
}
const bytes = (field: number, value: Buffer | string) => {
  const content = typeof value === 'string' ? Buffer.from(value) : value
  return Buffer.concat([key(field, BYTES), varint(content.length), content])
}

/** An attribute value: integers as numbers, lists of integers as arrays, floats wrapped because 1 may be meant as 1.0. */
export type Attribute = number | readonly number[] | { float: number }

function attribute(name: string, value: Attribute): Buffer {
  const types = { float: 1, int: 2, ints: 7 }
  if (typeof value === 'number') return Buffer.concat([bytes(1, name), int(3, value), int(20, types.int)])
  if ('float' in value) return Buffer.concat([bytes(1, name), float(2, value.float), int(20, types.float)])
  return Buffer.concat([bytes(1, name), ...value.map((item) => int(8, item)), int(20, types.ints)])
}

/** One operator of the graph; an empty input name leaves an optional input out. */
export function node(
  type: string,
  inputs: readonly string[],
  output: string,
  attributes: Record<string, Attribute> = {},
  domain = '',
): Buffer {
  return Buffer.concat([
    ...inputs.map((name) => bytes(1, name)),
    bytes(2, output),
    bytes(3, output),
    bytes(4, type),
    ...Object.entries(attributes).map(([name, value]) => bytes(5, attribute(name, value))),
    bytes(7, domain),
  ])
}

/** A constant of single floats that lie in another file, `offset` bytes from its start. */
export function externalTensor(
  name: string,
  shape: readonly number[],
  place: { file: string; offset: number; length: number },
): Buffer {
  const EXTERNAL = 1
  const entries = { location: place.file, offset: `${place.offset}`, length: `${place.length}` }
  return Buffer.concat([
    ...shape.map((size) => int(1, size)),
    int(2, FLOAT),
    bytes(8, name),
    ...Object.entries(entries).map(([k, v]) => bytes(13, Buffer.concat([bytes(1, k), bytes(2, v)]))),
    int(14, EXTERNAL),
  ])
}

/** An input or output of single floats; a dimension given by name is free. */
export function floatValue(name: string, shape: readonly (number | string)[]): Buffer {
  const dimensions = shape.map((size) => bytes(1, typeof size === 'string' ? bytes(2, size) : int(1, size)))
  const tensor = Buffer.concat([int(1, FLOAT), bytes(2, Buffer.concat(dimensions))])
  return Buffer.concat([bytes(1, name), bytes(2, bytes(1, tensor))])
}

/** A whole model file: IR version 8, ONNX operators 17 and ONNX Runtime's own operators (domain com.microsoft) 1. */
export function model(graph: {
  name: string
  nodes: readonly Buffer[]
  tensors: readonly Buffer[]
  inputs: readonly Buffer[]
  outputs: readonly Buffer[]
}): Buffer {
  const body = Buffer.concat([
    ...graph.nodes.map((item) => bytes(1, item)),
    bytes(2, graph.name),
    ...graph.tensors.map((item) => bytes(5, item)),
    ...graph.inputs.map((item) => bytes(11, item)),
    ...graph.outputs.map((item) => bytes(12, item)),
  ])
  return Buffer.concat([
    int(1, 8),
    bytes(2, 'innohire'),
    bytes(7, body),
    bytes(8, int(2, 17)),
    bytes(8, Buffer.concat([bytes(1, 'com.microsoft'), int(2, 1)])),
  ])
}
