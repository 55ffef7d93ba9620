import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** What we use of Tesseract's interface as compiled by tesseract.js-core. */
interface Tesseract {
  FS: { writeFile(path: string, data: Uint8Array): void }
  TessBaseAPI: new () => {
    Init(dataPath: string | null, language: string, engine: number): number
    SetVariable(name: string, value: string): number
    SetImageFile(exif: number, angle: number): number
    Recognize(monitor: null): number
    GetUTF8Text(): string
    Clear(): void
  }
}

const require = createRequire(import.meta.url)
const lstmOnly = 1

/** What a bullet at a line's start is taken for. */
const misreadBullet = /^[+*¢°»«¤©] (?=\S)/gm

let started: Promise<(image: Uint8Array, orientation?: number) => string> | undefined

async function start(): Promise<(image: Uint8Array, orientation?: number) => string> {
  // The plain SIMD build: "relaxed" SIMD may round differently on another processor.
  const create = require('tesseract.js-core/tesseract-core-simd-lstm') as (options: object) => Promise<Tesseract>
  const tesseract = await create({ TesseractProgress() {}, print() {}, printErr() {} })
  const packageFolder = dirname(require.resolve('@tesseract.js-data/eng/package.json'))
  const packed = await readFile(join(packageFolder, '4.0.0_best_int', 'eng.traineddata.gz'))
  tesseract.FS.writeFile('./eng.traineddata', gunzipSync(packed))
  const api = new tesseract.TessBaseAPI()
  if (api.Init(null, 'eng', lstmOnly) !== 0) throw new Error('text recognition did not start')
  api.SetVariable('tessedit_pageseg_mode', '3')
  return (image, orientation = 1) => {
    tesseract.FS.writeFile('/input', image)
    if (api.SetImageFile(orientation, 0) === 1) throw new Error('the image cannot be decoded')
    api.Recognize(null)
    const text = api.GetUTF8Text()
    api.Clear()
    return text.replace(misreadBullet, '• ')
  }
}

/**
 * English text in an image (PNG, JPEG, TIFF or PGM), upright after the EXIF `orientation` (1-8).
 * Works in this thread for seconds, offline, about 300 MB; throws when the image cannot be decoded.
 */
export async function recognize(image: Uint8Array, orientation?: number): Promise<string> {
  started ??= start()
  return (await started)(image, orientation)
}
