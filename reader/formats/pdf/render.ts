import type { Pdfium } from './pdfium.ts'
import type { PageFrame } from './words.ts'

/** A drawn page: four bytes a pixel (blue, green, red, unused), rows from the top. */
export interface Picture {
  width: number
  height: number
  pixels: Uint8Array
  /** Pixels per point. */
  scale: number
}

const formatBgrx = 3
/** Draws comments and form fields too, as a person sees them. */
const drawAnnotations = 0x01

/** Size of a page as displayed, in points. */
export const displaySize = (frame: PageFrame): { width: number; height: number } =>
  frame.turns % 2 === 0 ? { width: frame.width, height: frame.height } : { width: frame.height, height: frame.width }

/**
 * Draws the page on white at `scale` pixels a point, or less where that would be more than `pixelsMax`. The picture's
 * memory is PDFium's: `release` gives it back, and `picture` must be asked for anew after any other call.
 */
export function draw(
  pdfium: Pdfium,
  page: number,
  frame: PageFrame,
  scale: number,
  pixelsMax: number,
): { picture(): Picture; release(): void } {
  const size = displaySize(frame)
  const fitting = Math.min(scale, Math.sqrt(pixelsMax / Math.max(1, size.width * size.height)))
  const width = Math.max(1, Math.round(size.width * fitting))
  const height = Math.max(1, Math.round(size.height * fitting))
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, formatBgrx, 0, 0)
  if (bitmap === 0) throw new Error('no memory for a bitmap')
  pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
  pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, drawAnnotations)
  const from = pdfium._FPDFBitmap_GetBuffer(bitmap)
  const stride = pdfium._FPDFBitmap_GetStride(bitmap)
  return {
    picture: () => ({
      width: stride / 4,
      height,
      pixels: pdfium.HEAPU8.subarray(from, from + stride * height),
      scale: width / size.width,
    }),
    release: () => pdfium._FPDFBitmap_Destroy(bitmap),
  }
}
