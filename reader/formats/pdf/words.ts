import { type Pdfium, withBuffer } from './pdfium.ts'

/** A rectangle; for words in the upright frame of their direction, y growing downwards, in points. */
export interface Box {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** What a page shows of its coordinate space, and how it is turned. */
export interface PageFrame {
  left: number
  bottom: number
  width: number
  height: number
  /** Clockwise quarter turns. */
  turns: number
}

/** Characters without a gap between them. */
export interface Word extends Box {
  text: string
  /** Where the characters stand, in the frame of `turns`. */
  baseline: number
  /** Height of the font as drawn, in points. */
  size: number
  /** Quarter turns clockwise that make the word upright. */
  turns: number
  /** The text objects that draw it. */
  objects: number[]
  /** The box in page space: y grows upwards. */
  page: Box
  /** True when the source has a space or a line end before the word. */
  hasSpaceBefore: boolean
  /** Characters that the font maps to no known letter. */
  unmapped: number
}

/** Turns a box of page space into the frame that is `turns` quarter turns clockwise. */
export function turnBox(box: Box, frame: PageFrame, turns: number): Box {
  const x0 = box.x0 - frame.left
  const x1 = box.x1 - frame.left
  const y0 = frame.bottom + frame.height - box.y1
  const y1 = frame.bottom + frame.height - box.y0
  if (turns === 1) return { x0: frame.height - y1, x1: frame.height - y0, y0: x0, y1: x1 }
  if (turns === 2) return { x0: frame.width - x1, x1: frame.width - x0, y0: frame.height - y1, y1: frame.height - y0 }
  if (turns === 3) return { x0: y0, x1: y1, y0: frame.width - x1, y1: frame.width - x0 }
  return { x0, x1, y0, y1 }
}

/** A gap of this share of the font size parts two words even without a space. */
const wordGap = 0.3
/** PDFium's sign for a hyphen at a line end. */
const lineEndHyphens = new Set([0x02, 0xfffe])
const isSpace = (code: number): boolean =>
  code <= 0x20 && code !== 0x02 ? true : code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000

const character = (code: number): string =>
  lineEndHyphens.has(code) ? '-' : code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)

interface Glyph {
  page: Box
  size: number
  turns: number
  /** Origin in page space. */
  x: number
  y: number
}

const glyphAt = (pdfium: Pdfium, textPage: number, index: number, buffer: number): Glyph => {
  const floats = buffer >> 2
  pdfium._FPDFText_GetLooseCharBox(textPage, index, buffer)
  pdfium._FPDFText_GetMatrix(textPage, index, buffer + 16)
  pdfium._FPDFText_GetCharOrigin(textPage, index, buffer + 48, buffer + 56)
  const f = pdfium.HEAPF32
  const [left, top, right, bottom] = [f[floats]!, f[floats + 1]!, f[floats + 2]!, f[floats + 3]!]
  const [a, b, c, d] = [f[floats + 4]!, f[floats + 5]!, f[floats + 6]!, f[floats + 7]!]
  const quarter = Math.round((Math.atan2(b, a) * 2) / Math.PI)
  return {
    page: {
      x0: Math.min(left, right),
      x1: Math.max(left, right),
      y0: Math.min(bottom, top),
      y1: Math.max(bottom, top),
    },
    size: pdfium._FPDFText_GetFontSize(textPage, index) * Math.sqrt(Math.abs(a * d - b * c)),
    turns: ((quarter % 4) + 4) % 4,
    x: pdfium.HEAPF64[(buffer + 48) >> 3]!,
    y: pdfium.HEAPF64[(buffer + 56) >> 3]!,
  }
}

/** The words of a page in the order in which the file draws them. */
export function readWords(pdfium: Pdfium, textPage: number, frame: PageFrame): Word[] {
  const count = pdfium._FPDFText_CountChars(textPage)
  const words: Word[] = []
  let word: Word | undefined
  let hasSpaceBefore = true
  withBuffer(pdfium, 64, (buffer) => {
    for (let index = 0; index < count; index++) {
      const code = pdfium._FPDFText_GetUnicode(textPage, index)
      if (isSpace(code)) {
        word = undefined
        hasSpaceBefore = true
        continue
      }
      const glyph = glyphAt(pdfium, textPage, index, buffer)
      const box = turnBox(glyph.page, frame, glyph.turns)
      const origin = turnBox({ x0: glyph.x, x1: glyph.x, y0: glyph.y, y1: glyph.y }, frame, glyph.turns)
      const object = pdfium._FPDFText_GetTextObject(textPage, index)
      const isNext =
        word !== undefined &&
        word.turns === glyph.turns &&
        Math.abs(word.baseline - origin.y0) < glyph.size * 0.2 &&
        Math.abs(word.size - glyph.size) < glyph.size * 0.3 &&
        box.x0 - word.x1 < glyph.size * wordGap &&
        box.x0 > word.x1 - glyph.size
      const unmapped = pdfium._FPDFText_HasUnicodeMapError(textPage, index) === 1 ? 1 : 0
      if (word !== undefined && isNext) {
        if (word.objects.at(-1) !== object) word.objects.push(object)
        word.text += character(code)
        word.x0 = Math.min(word.x0, box.x0)
        word.x1 = Math.max(word.x1, box.x1)
        word.y0 = Math.min(word.y0, box.y0)
        word.y1 = Math.max(word.y1, box.y1)
        const page = word.page
        word.page = {
          x0: Math.min(page.x0, glyph.page.x0),
          x1: Math.max(page.x1, glyph.page.x1),
          y0: Math.min(page.y0, glyph.page.y0),
          y1: Math.max(page.y1, glyph.page.y1),
        }
        word.unmapped += unmapped
        continue
      }
      word = {
        ...box,
        text: character(code),
        baseline: origin.y0,
        size: glyph.size,
        turns: glyph.turns,
        objects: [object],
        page: glyph.page,
        hasSpaceBefore,
        unmapped,
      }
      words.push(word)
      hasSpaceBefore = false
    }
  })
  return words
}
