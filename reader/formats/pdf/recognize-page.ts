import { recognize } from '../../ocr/tesseract.ts'
import type { Pdfium } from './pdfium.ts'
import { draw, type Picture } from './render.ts'
import type { PageFrame } from './words.ts'

/** Tesseract is trained on 300 dots an inch; ten-point text still reads at 200 in half the time. */
const ocrScale = 220 / 72
const ocrPixelsMax = 6_000_000

/** A portable grey map: a one-line header, then one byte a pixel. */
function toPgm(picture: Picture): Uint8Array {
  const header = Buffer.from(`P5 ${picture.width} ${picture.height} 255\n`)
  const file = new Uint8Array(header.length + picture.width * picture.height)
  file.set(header)
  const { pixels } = picture
  for (let from = 0, to = header.length; to < file.length; from += 4, to++)
    file[to] = (pixels[from]! * 29 + pixels[from + 1]! * 150 + pixels[from + 2]! * 77) >> 8
  return file
}

/** What a person sees on the page, as text, by drawing it and reading the picture. */
export async function recognizePage(pdfium: Pdfium, page: number, frame: PageFrame): Promise<string> {
  const drawing = draw(pdfium, page, frame, ocrScale, ocrPixelsMax)
  const pgm = toPgm(drawing.picture())
  drawing.release()
  return await recognize(pgm)
}
