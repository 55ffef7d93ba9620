import { corruptFile, fileTooLarge } from '../errors.ts'
import type { FormatContext, FormatResult } from '../format-reader.ts'
import { limits } from '../limits.ts'
import { recognize } from '../ocr/tesseract.ts'
import type { ReadWarning } from '../types.ts'
import { imageFacts } from './image-size.ts'

/** A photographed or scanned page: PNG, JPEG or TIFF (its first page). */
export async function readImage(bytes: Uint8Array, context: FormatContext): Promise<FormatResult> {
  const facts = imageFacts(bytes)
  if (facts === undefined || facts.width === 0 || facts.height === 0) throw corruptFile('its image header is broken')
  if (facts.width * facts.height > limits.imagePixels)
    throw fileTooLarge(`the image has more than ${limits.imagePixels / 1_000_000} million pixels`)
  await context.startOcrPage()
  const orientation = facts.orientation >= 1 && facts.orientation <= 8 ? facts.orientation : 1
  const text = await recognize(bytes, orientation).catch((error: unknown) => {
    throw corruptFile('its image cannot be decoded', error)
  })
  const warnings: ReadWarning[] = facts.hasMorePages
    ? [{ code: 'pages_skipped', message: 'Only the first page of the TIFF was read.' }]
    : []
  return { text, pages: 1, used_ocr: true, warnings }
}
