import { type Pdfium, withBuffer } from './pdfium.ts'

/**
 * A PDF may say that a drawn passage "really" reads otherwise (`ActualText`), and PDFium believes it. Honest files use
 * that for ligatures and icons; it would also let a bullet read as a list of skills. Only what may spell out a
 * ligature is kept: up to this many characters, each at least this share of the font size wide.
 */
const keptLength = 4
const characterWidthMin = 0.2

const formType = 5
const textType = 1
const objectsMax = 50_000
const formDepthMax = 6
const bufferBytes = 4096

/** Takes replacement texts off a page before its text is read; returns them. */
export function dropReplacementTexts(pdfium: Pdfium, page: number): string[] {
  const dropped: string[] = []
  let visited = 0
  withBuffer(pdfium, bufferBytes + 64, (buffer) => {
    const key = buffer + bufferBytes
    const out = key + 16
    pdfium.HEAPU8.set(Buffer.from('ActualText\0'), key)

    const read = (mark: number): string | undefined => {
      if (pdfium._FPDFPageObjMark_GetParamStringValue(mark, key, buffer, bufferBytes, out) === 0) return undefined
      const bytes = Math.min(pdfium.HEAPU32[out >> 2]!, bufferBytes)
      return Buffer.from(pdfium.HEAPU8.buffer, buffer, Math.max(0, bytes - 2)).toString('utf16le')
    }
    const widthOf = (object: number): number => {
      const size = pdfium._FPDFTextObj_GetFontSize(object, out) === 0 ? 0 : pdfium.HEAPF32[out >> 2]!
      if (pdfium._FPDFPageObj_GetMatrix(object, out) === 0) return 0
      const scale = Math.hypot(pdfium.HEAPF32[out >> 2]!, pdfium.HEAPF32[(out >> 2) + 1]!)
      pdfium._FPDFPageObj_GetBounds(object, out, out + 4, out + 8, out + 12)
      const width = pdfium.HEAPF32[(out >> 2) + 2]! - pdfium.HEAPF32[out >> 2]!
      return width / Math.max(0.01, size * scale)
    }
    const visit = (object: number, depth: number): void => {
      visited += 1
      const kind = pdfium._FPDFPageObj_GetType(object)
      if (kind === formType && depth < formDepthMax) {
        const count = Math.min(pdfium._FPDFFormObj_CountObjects(object), objectsMax)
        for (let i = 0; i < count && visited < objectsMax; i++)
          visit(pdfium._FPDFFormObj_GetObject(object, i), depth + 1)
      }
      if (kind !== textType) return
      const marks = Math.min(pdfium._FPDFPageObj_CountMarks(object), 16)
      for (let i = 0; i < marks; i++) {
        const mark = pdfium._FPDFPageObj_GetMark(object, i)
        const text = read(mark)
        if (text === undefined || text === '') continue
        if (text.length <= keptLength && text.length * characterWidthMin <= widthOf(object)) continue
        dropped.push(text)
        pdfium._FPDFPageObjMark_RemoveParam(object, mark, key)
      }
    }
    const count = Math.min(pdfium._FPDFPage_CountObjects(page), objectsMax)
    for (let i = 0; i < count && visited < objectsMax; i++) visit(pdfium._FPDFPage_GetObject(page, i), 0)
  })
  return dropped
}
