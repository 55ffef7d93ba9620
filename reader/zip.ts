import { unzipSync } from 'fflate'
import { corruptFile, fileTooLarge, ReadError } from './errors.ts'
import { limits } from './limits.ts'

/** Small parts may pack better than the ratio allows; a bomb needs more than this to hurt. */
const ratioFromBytes = 1024 * 1024

/** Names of the wanted entries, after checking what the container promises to unpack to. */
function listEntries(bytes: Uint8Array, isWanted: (name: string) => boolean): string[] {
  const names: string[] = []
  let entries = 0
  let total = 0
  unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      entries += 1
      if (entries > limits.zipEntries) throw fileTooLarge(`it packs more than ${limits.zipEntries} parts`)
      if (!isWanted(name)) return false
      total += originalSize
      if (originalSize > limits.zipEntryBytes || total > limits.zipTotalBytes)
        throw fileTooLarge('it unpacks to more than this reader allows')
      if (originalSize > ratioFromBytes && originalSize > size * limits.zipRatio)
        throw fileTooLarge('it is packed as tightly as only an attack is')
      names.push(name)
      return false
    },
  })
  return names
}

/**
 * Unpacks the wanted entries of a zip container into memory; names are keys and never become paths.
 * The library writes into a buffer of the size that the header promises, so real bytes can never exceed what was
 * counted. An entry that cannot be unpacked is named in `damaged`. Throws `file_too_large` for a bomb and `corrupt_file`.
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): { parts: Map<string, Uint8Array>; damaged: string[] } {
  const parts = new Map<string, Uint8Array>()
  const damaged: string[] = []
  try {
    for (const name of listEntries(bytes, isWanted)) {
      try {
        parts.set(name, unzipSync(bytes, { filter: (entry) => entry.name === name })[name]!)
      } catch {
        damaged.push(name)
      }
    }
    return { parts, damaged }
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw corruptFile('its zip container is broken', error)
  }
}
