import { singleOfHalf } from './half.ts'
import { readSafetensors, type TensorEntry } from './safetensors.ts'

/** Where a tensor's numbers lie in the shared memory; `offset` and `length` in bytes. */
export interface PlacedTensor {
  shape: readonly number[]
  offset: number
  length: number
}

/** The widest vector registers have 64 bytes. */
const ALIGNMENT = 64

/**
 * Lays half-float weights out as they are computed with, in memory that all workers share.
 * The runtime could convert them itself while it loads, but then every worker keeps about 140 MB of freed scratch memory
 * (measured with onnxruntime-node 1.30 on glibc).
 */
export class WeightPacker {
  readonly #file: Uint8Array
  readonly #entries: Map<string, TensorEntry>
  /** The memory that all tensors asked for lie in. */
  readonly memory: SharedArrayBuffer
  #end = 0

  /** Takes the contents of a safetensors file with half-float tensors. */
  constructor(file: Uint8Array) {
    this.#file = file
    this.#entries = readSafetensors(file)
    // An upper bound, since single floats take twice the place of halves; what is never written takes no memory.
    this.memory = new SharedArrayBuffer(2 * file.byteLength + ALIGNMENT * this.#entries.size)
  }

  /** A tensor as it is stored, in half floats. */
  halves(name: string): PlacedTensor {
    const { shape, bytes } = this.#read(name)
    const placed = this.#place(shape, 2)
    new Uint8Array(this.memory, placed.offset, placed.length).set(bytes)
    return placed
  }

  /** Tensors in single precision, joined along the first axis. */
  singles(...names: string[]): PlacedTensor {
    const parts = names.map((name) => this.#read(name))
    const [, ...rest] = parts[0]!.shape
    const first = parts.reduce((sum, part) => sum + part.shape[0]!, 0)
    const placed = this.#place([first, ...rest], 4)
    const target = new Float32Array(this.memory, placed.offset, placed.length / 4)
    let at = 0
    for (const { bytes } of parts) for (let i = 0; i < bytes.length; i += 2) target[at++] = single(bytes, i)
    return placed
  }

  /** Linear layers, stored as [out, in] and multiplied by as [in, out], side by side in single precision. */
  transposed(...names: string[]): PlacedTensor {
    const parts = names.map((name) => this.#read(name))
    const columns = parts.reduce((sum, part) => sum + part.shape[0]!, 0)
    const rows = parts[0]!.shape[1]!
    const placed = this.#place([rows, columns], 4)
    const target = new Float32Array(this.memory, placed.offset, placed.length / 4)
    let column = 0
    for (const { bytes, shape } of parts) {
      for (let out = 0; out < shape[0]!; out++, column++)
        for (let row = 0; row < rows; row++) target[row * columns + column] = single(bytes, 2 * (out * rows + row))
    }
    return placed
  }

  #read(name: string): { shape: readonly number[]; bytes: Uint8Array } {
    const entry = this.#entries.get(name)
    if (entry?.dtype !== 'F16') throw new TypeError(`the model file has no half-float tensor ${name}`)
    return { shape: entry.shape, bytes: this.#file.subarray(entry.offset, entry.offset + entry.length) }
  }

  #place(shape: readonly number[], bytesEach: number): PlacedTensor {
    const offset = Math.ceil(this.#end / ALIGNMENT) * ALIGNMENT
    const length = shape.reduce((product, size) => product * size, bytesEach)
    this.#end = offset + length
    return { shape, offset, length }
  }
}

/** The little-endian half float at byte `at`; read by bytes, because tensors may lie at odd addresses in the file. */
function single(bytes: Uint8Array, at: number): number {
  return singleOfHalf[bytes[at]! | (bytes[at + 1]! << 8)]!
}
