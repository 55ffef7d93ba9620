import { type Pdfium, withBuffer } from './pdfium.ts'

/** Fonts of pictures: their letters are no text. */
const iconFont = /fontawesome|icomoon|fontello|materialicons|academicons|typicons|glyphicons|ionicons|marvosym/
/** Fonts of signs, which stand before list items. */
const signFont = /wingdings|webdings|dingbats/

export type FontKind = 'text' | 'icons' | 'signs'

const fontName = (pdfium: Pdfium, font: number): string =>
  withBuffer(pdfium, 128, (buffer) => {
    const bytes = pdfium._FPDFFont_GetBaseFontName(font, buffer, 128)
    return Buffer.from(pdfium.HEAPU8.buffer, buffer, Math.min(Math.max(0, bytes - 1), 127)).toString('latin1')
  }).toLowerCase()

/** Tells the kind of font of a text object; each font is asked once. */
export function openFontKinds(pdfium: Pdfium): (object: number) => FontKind {
  const kinds = new Map<number, FontKind>()
  return (object) => {
    const font = object === 0 ? 0 : pdfium._FPDFTextObj_GetFont(object)
    const known = font === 0 ? 'text' : kinds.get(font)
    if (known !== undefined) return known
    const name = fontName(pdfium, font)
    const kind = iconFont.test(name) ? 'icons' : signFont.test(name) ? 'signs' : 'text'
    kinds.set(font, kind)
    return kind
  }
}
