import { describe, expect, it } from 'vitest'
import { readSafetensors } from './safetensors.ts'
import { WeightPacker } from './weights.ts'

/** A safetensors file of half-float tensors, its header padded to an odd length as real files may be. */
function halfFile(tensors: Record<string, { shape: number[]; halves: number[] }>): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } }
  const data: Buffer[] = []
  let end = 0
  for (const [name, { shape, halves }] of Object.entries(tensors)) {
    header[name] = { dtype: 'F16', shape, data_offsets: [end, end + 2 * halves.length] }
    end += 2 * halves.length
    data.push(Buffer.from(Uint16Array.from(halves).buffer))
  }
  const text = JSON.stringify(header)
  const json = Buffer.from(text.length % 2 ? text : `${text} `)
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(json.length))
  return Buffer.concat([length, json, ...data])
}
// 1, 2, -2, 0.5, the largest half float, the smallest one, infinity
const [ONE, TWO, MINUS_TWO, HALF, LARGEST, SMALLEST, INFINITY] = [0x3c00, 0x4000, 0xc000, 0x3800, 0x7bff, 1, 0x7c00]

describe('safetensors', () => {
  it('give name, type, shape and place of every tensor', () => {
    const file = halfFile({ a: { shape: [2], halves: [ONE, TWO] }, b: { shape: [1], halves: [HALF] } })
    const entries = readSafetensors(file)
    expect([...entries.keys()]).toEqual(['a', 'b'])
    const b = entries.get('b')!
    expect(b).toMatchObject({ dtype: 'F16', shape: [1], length: 2 })
    expect(b.offset + b.length).toBe(file.length)
  })

  it('that are cut short are an error', () => {
    expect(() => readSafetensors(halfFile({ a: { shape: [1], halves: [ONE] } }).subarray(0, 12))).toThrow(RangeError)
  })
})

describe('weights', () => {
  const packer = new WeightPacker(
    halfFile({
      numbers: { shape: [6], halves: [ONE, MINUS_TWO, HALF, LARGEST, SMALLEST, INFINITY] },
      q: { shape: [1, 2], halves: [ONE, TWO] },
      k: { shape: [2, 2], halves: [HALF, ONE, TWO, MINUS_TWO] },
    }),
  )
  const read = ({ offset, length }: { offset: number; length: number }) => [
    ...new Float32Array(packer.memory, offset, length / 4),
  ]

  it('are exact in single precision', () => {
    expect(read(packer.singles('numbers'))).toEqual([1, -2, 0.5, 65_504, 2 ** -24, Number.POSITIVE_INFINITY])
  })

  it('are joined along the first axis, or transposed side by side', () => {
    const joined = packer.singles('q', 'k')
    expect(joined.shape).toEqual([3, 2])
    expect(read(joined)).toEqual([1, 2, 0.5, 1, 2, -2])
    const transposed = packer.transposed('q', 'k')
    expect(transposed.shape).toEqual([2, 3])
    expect(read(transposed)).toEqual([1, 0.5, 2, 2, 1, -2])
  })

  it('lie at multiples of 64 bytes', () => {
    expect([packer.halves('q'), packer.singles('k')].map((tensor) => tensor.offset % 64)).toEqual([0, 0])
  })

  it('that the file does not have are an error', () => {
    expect(() => packer.singles('pooler')).toThrow('no half-float tensor pooler')
  })
})
