import { inflateSync } from 'node:zlib'

/** Where TeX's T1 encoding keeps its ligatures. */
const t1Ligatures = new Map([
  [27, 'ff'],
  [28, 'fi'],
  [29, 'fl'],
  [30, 'ffi'],
  [31, 'ffl'],
])

/** Object streams hold font descriptions; theirs are far smaller. */
const objectStreamBytesMax = 4 * 1024 * 1024
/** How far before its data the dictionary of a stream may start. */
const dictionaryBytes = 400

/** The plain text of a PDF's structure: the file itself, and its unpacked object streams. */
function* structureTexts(file: Buffer): Generator<string> {
  yield file.toString('latin1')
  for (let at = file.indexOf('/ObjStm'); at >= 0; at = file.indexOf('/ObjStm', at + 7)) {
    const stream = file.indexOf('stream', at)
    if (stream < 0 || stream - at > dictionaryBytes) continue
    const start = stream + 6 + (file[stream + 6] === 0x0d ? 2 : 1)
    try {
      yield inflateSync(file.subarray(start), { maxOutputLength: objectStreamBytesMax }).toString('latin1')
    } catch {
      // Damaged or packed otherwise: then this stream names nothing.
    }
  }
}

const ligatureName = /^(?:[a-zA-Z](?:_[a-zA-Z]){1,2}|f[fijl]|ff[ijl])$/

/** Reads the fonts' own lists of character names; a code that two fonts use differently is left out. */
function namedLigatures(bytes: Uint8Array): Map<number, string> {
  const found = new Map<number, string>()
  const disputed = new Set<number>()
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (const text of structureTexts(file)) {
    for (let at = text.indexOf('/Differences'); at >= 0; at = text.indexOf('/Differences', at + 12)) {
      let code = 0
      const list = text.slice(at + 12, Math.min(at + 20_000, (text.indexOf(']', at) + 1 || at) - 1))
      for (const [, digits, name] of list.matchAll(/(\d{1,3})|\/([^\s/[\]]{1,60})/g)) {
        if (digits !== undefined) {
          code = Number(digits)
          continue
        }
        if (ligatureName.test(name!)) {
          const letters = name!.replaceAll('_', '')
          if (found.has(code) && found.get(code) !== letters) disputed.add(code)
          found.set(code, letters)
        }
        code += 1
      }
    }
  }
  for (const code of disputed) found.delete(code)
  return found
}

/**
 * Tells the letters of a character that PDFium could not map, from its bare code: PDFium knows "fi" but not a font's
 * name by parts, "f_i". The file is searched only when a page asks; TeX's usual places are the second guess.
 */
export function openLigatures(bytes: Uint8Array): (code: number) => string | undefined {
  let named: Map<number, string> | undefined
  return (code) => {
    named ??= namedLigatures(bytes)
    return named.get(code) ?? (named.size === 0 ? t1Ligatures.get(code) : undefined)
  }
}
