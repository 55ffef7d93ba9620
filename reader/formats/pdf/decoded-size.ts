import { constants, inflateSync } from 'node:zlib'
import { fileTooLarge } from '../../errors.ts'
import { limits } from '../../limits.ts'

/** Deflate packs at best 1,032 to 1, so a shorter stream cannot pass the limit. */
const deflateRatioMax = 1032
const suspiciousBytes = Math.floor(limits.pdfStreamBytes / deflateRatioMax)
/** Streams within streams: a filter named twice. */
const layersMax = 3

const newline = 0x0a
const carriageReturn = 0x0d

/**
 * Unpacks each stream long enough to be a bomb, up to the limit, and throws `file_too_large` for one that goes over it.
 * PDFium itself has no such limit. Streams that are damaged or packed otherwise are left for PDFium to judge.
 */
export function refuseStreamBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (at >= 3 && file.toString('latin1', at - 3, at) === 'end') continue
    let start = at + 6
    if (file[start] === carriageReturn) start += 1
    if (file[start] === newline) start += 1
    const found = file.indexOf('endstream', start)
    const end = found < 0 ? file.length : found
    const stream = file.subarray(start, end)
    if (stream.length > suspiciousBytes || isPackedTwice(stream)) refuseBomb(stream)
    at = end
  }
}

/** A zlib header: deflate, and a check value divisible by 31. */
const isDeflated = (data: Buffer): boolean =>
  data.length > 2 && (data[0]! & 0x0f) === 8 && (data[0]! * 256 + data[1]!) % 31 === 0

/** Packed twice, even a short stream may be a bomb; the first bytes tell. */
function isPackedTwice(stream: Buffer): boolean {
  if (!isDeflated(stream)) return false
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1024 * 1024 }
    return isDeflated(inflateSync(stream.subarray(0, 256), options))
  } catch {
    return false
  }
}

function refuseBomb(stream: Buffer): void {
  let data: Buffer = stream
  for (let layer = 0; layer < layersMax && isDeflated(data); layer++) {
    try {
      data = inflateSync(data, { maxOutputLength: limits.pdfStreamBytes })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw fileTooLarge('a stream in it unpacks to more than 75 MB')
      return
    }
  }
}
