/** One tensor of a safetensors file: its element type, its shape, and where its bytes lie, counted from the file's start. */
export interface TensorEntry {
  dtype: string
  shape: readonly number[]
  offset: number
  length: number
}

/**
 * Reads the table of a safetensors file (8 bytes of little-endian length, then JSON, then the data).
 * Format: https://github.com/huggingface/safetensors#format. Throws when the header is not one.
 */
export function readSafetensors(file: Uint8Array): Map<string, TensorEntry> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const headerLength = Number(view.getBigUint64(0, true))
  const dataStart = 8 + headerLength
  if (dataStart > file.byteLength) throw new RangeError('the safetensors header is longer than the file')
  const header: Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }> = JSON.parse(
    new TextDecoder().decode(file.subarray(8, dataStart)),
  )
  const entries = new Map<string, TensorEntry>()
  for (const [name, { dtype, shape, data_offsets }] of Object.entries(header)) {
    if (name === '__metadata__') continue
    const [start, end] = data_offsets
    entries.set(name, { dtype, shape, offset: dataStart + start, length: end - start })
  }
  return entries
}
