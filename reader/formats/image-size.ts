/** What a reader must know of an image before decoding it. */
export interface ImageFacts {
  width: number
  height: number
  /** EXIF orientation, 1-8; 1 is upright. */
  orientation: number
  /** True for a TIFF with another page after the first. */
  hasMorePages?: boolean
}

const pngFacts = (view: DataView): ImageFacts | undefined =>
  view.byteLength < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20), orientation: 1 }

/** Tag values of the first directory of a TIFF structure, which EXIF uses too. */
function tiffTags(view: DataView, start: number): { tags: Map<number, number>; hasNext: boolean } {
  const isLittle = view.getUint16(start) === 0x4949
  const tags = new Map<number, number>()
  const directory = start + view.getUint32(start + 4, isLittle)
  const count = Math.min(view.getUint16(directory, isLittle), 512)
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + i * 12
    const isShort = view.getUint16(at + 2, isLittle) === 3
    tags.set(
      view.getUint16(at, isLittle),
      isShort ? view.getUint16(at + 8, isLittle) : view.getUint32(at + 8, isLittle),
    )
  }
  const next = directory + 2 + count * 12
  return { tags, hasNext: next + 4 <= view.byteLength && view.getUint32(next, isLittle) !== 0 }
}

const tag = { width: 256, height: 257, orientation: 274 } as const

const tiffFacts = (view: DataView): ImageFacts => {
  const { tags, hasNext } = tiffTags(view, 0)
  return {
    width: tags.get(tag.width) ?? 0,
    height: tags.get(tag.height) ?? 0,
    orientation: tags.get(tag.orientation) ?? 1,
    hasMorePages: hasNext,
  }
}

const exifHeader = 0x45786966

/** Walks the segments of a JPEG to its frame header; the EXIF segment comes before it. */
function jpegFacts(view: DataView): ImageFacts | undefined {
  let orientation = 1
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = view.getUint16(at + 2)
    if (marker === 0xe1 && view.getUint32(at + 4) === exifHeader) {
      try {
        orientation = tiffTags(view, at + 10).tags.get(tag.orientation) ?? 1
      } catch {
        // A broken EXIF block says nothing about the picture.
      }
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), orientation }
    at += 2 + length
  }
  return undefined
}

/** Size and orientation of a PNG, JPEG or TIFF from its header; undefined when the header is broken. */
export function imageFacts(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (bytes[0] === 0x89) return pngFacts(view)
    if (bytes[0] === 0xff) return jpegFacts(view)
    return tiffFacts(view)
  } catch {
    return undefined
  }
}
