import { crc32, deflateSync } from 'node:zlib'
import { loadPdfium } from '../formats/pdf/pdfium.ts'
import { draw } from '../formats/pdf/render.ts'

/** Grey pixels, one byte each, rows from the top. */
export interface GreyPicture {
  width: number
  height: number
  pixels: Uint8Array
}

/** The first page of a Letter-sized PDF as a picture, as a scanner would see it. */
export async function pictureOf(pdf: Uint8Array, scale: number): Promise<GreyPicture> {
  const pdfium = await loadPdfium()
  const address = pdfium.wasmExports.malloc(pdf.length)
  pdfium.HEAPU8.set(pdf, address)
  const document = pdfium._FPDF_LoadMemDocument(address, pdf.length, 0)
  const page = pdfium._FPDF_LoadPage(document, 0)
  const frame = { left: 0, bottom: 0, width: 612, height: 792, turns: 0 }
  const drawing = draw(pdfium, page, frame, scale, 10_000_000)
  const { width, height, pixels } = drawing.picture()
  const grey = pixels.filter((_, index) => index % 4 === 1)
  drawing.release()
  pdfium._FPDF_ClosePage(page)
  pdfium._FPDF_CloseDocument(document)
  pdfium.wasmExports.free(address)
  return { width, height, pixels: grey }
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** An eight-bit grey PNG. */
export function toPng({ width, height, pixels }: GreyPicture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array(0)),
  ])
}
