import { unzipSync } from 'fflate'
import { corruptFile, fileTooLarge, ReadError } from './errors.ts'
import { limits } from './limits.ts'

/** Small parts may pack better than the ratio allows; a bomb needs more than this to hurt. */
const ratioFromBytes = 1024 * 1024

/**
 * Unpacks the wanted entries of a zip container into memory; names are keys and never become paths.
 * The library writes into a buffer of the size that the header promises, so real bytes can never exceed what is
 * counted here. Throws `file_too_large` for a bomb and `corrupt_file`.
 */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  let entries = 0
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        entries += 1
        if (entries > limits.zipEntries) throw fileTooLarge(`it packs more than ${limits.zipEntries} parts`)
        if (!isWanted(name)) return false
        total += originalSize
        if (originalSize > limits.zipEntryBytes || total > limits.zipTotalBytes)
          throw fileTooLarge('it unpacks to more than this reader allows')
        if (originalSize > ratioFromBytes && originalSize > size * limits.zipRatio)
          throw fileTooLarge('it is packed as tightly as only an attack is')
        return true
      },
    })
    return new Map(Object.entries(files))
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw corruptFile('its zip container is broken', error)
  }
}
