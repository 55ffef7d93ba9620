import { openFontKinds } from './fonts.ts'
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
  /** True when a space or a word's gap comes before; false where only the type changes within a word. */
  hasSpaceBefore: boolean
  /** Characters that the font maps to no known letter. */
  unmapped: number
  /** Most characters that one drawn sign stands for; an honest ligature has three. */
  stacked: number
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

/** A gap wider than the usual one between letters by this share of the font size parts two words (poppler's minWordBreakSpace). */
export const wordGap = 0.1
/** PDFium's signs for a hyphen at a line end, and the soft hyphen: where a PDF draws it, people see a hyphen. */
const lineEndHyphens = new Set([0x02, 0xad, 0xfffe])
const isSpace = (code: number): boolean =>
  code <= 0x20 && code !== 0x02 ? true : code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000

const character = (code: number): string => {
  if (lineEndHyphens.has(code)) return '-'
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code)
}

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

/** Letters looked at to learn the usual gap between two of them. */
const gapSamples = 1500

/**
 * The usual gap between the letters of a page, in font sizes: 0, but below it in files whose letters were placed one
 * by one for another font. Tracked type, above 0, is left to the joining of spaced letters.
 */
function usualLetterGap(pdfium: Pdfium, textPage: number, count: number): number {
  const gaps: number[] = []
  withBuffer(pdfium, 64, (buffer) => {
    let last: Glyph | undefined
    for (let index = 0; index < Math.min(count, gapSamples); index++) {
      if (isSpace(pdfium._FPDFText_GetUnicode(textPage, index))) {
        last = undefined
        continue
      }
      const glyph = glyphAt(pdfium, textPage, index, buffer)
      if (last !== undefined && last.turns === 0 && glyph.turns === 0 && Math.abs(last.y - glyph.y) < 0.1)
        gaps.push((glyph.page.x0 - last.page.x1) / Math.max(0.01, glyph.size))
      last = glyph
    }
  })
  gaps.sort((a, b) => a - b)
  return Math.max(-0.1, Math.min(0, gaps[Math.floor(gaps.length / 2)] ?? 0))
}

const isApart = (word: Word, glyph: Glyph, box: Box, usualGap: number): boolean =>
  (box.x0 - word.x1) / glyph.size >= usualGap + wordGap

/** True when the glyph stands where the word's next letter would. */
const follows = (word: Word, glyph: Glyph, box: Box, baseline: number, usualGap: number): boolean =>
  word.turns === glyph.turns &&
  Math.abs(word.baseline - baseline) < glyph.size * 0.2 &&
  Math.abs(word.size - glyph.size) < glyph.size * 0.3 &&
  !isApart(word, glyph, box, usualGap) &&
  box.x0 > word.x1 - glyph.size

/** The words of a page in the order in which the file draws them. */
export function readWords(
  pdfium: Pdfium,
  textPage: number,
  frame: PageFrame,
  ligatureAt: (code: number) => string | undefined,
): Word[] {
  const count = pdfium._FPDFText_CountChars(textPage)
  const words: Word[] = []
  let word: Word | undefined
  let hasSpaceBefore = true
  let stack = 0
  const kindOf = openFontKinds(pdfium)
  const usualGap = usualLetterGap(pdfium, textPage, count)
  let last: Glyph | undefined
  withBuffer(pdfium, 64, (buffer) => {
    for (let index = 0; index < count; index++) {
      const code = pdfium._FPDFText_GetUnicode(textPage, index)
      const object = pdfium._FPDFText_GetTextObject(textPage, index)
      const isOddCode = code < 0x20 && pdfium._FPDFText_IsGenerated(textPage, index) === 0
      const ligature = isOddCode ? ligatureAt(code) : undefined
      if (isSpace(code) && ligature === undefined) {
        // A space that PDFium inferred follows from the gap, which is judged below.
        if (pdfium._FPDFText_IsGenerated(textPage, index) === 1) continue
        word = undefined
        hasSpaceBefore = true
        continue
      }
      const glyph = glyphAt(pdfium, textPage, index, buffer)
      const box = turnBox(glyph.page, frame, glyph.turns)
      const origin = turnBox({ x0: glyph.x, x1: glyph.x, y0: glyph.y, y1: glyph.y }, frame, glyph.turns)
      const kind = kindOf(object)
      if (kind === 'icons') {
        word = undefined
        hasSpaceBefore = true
        continue
      }
      const text = kind === 'signs' ? '•' : (ligature ?? character(code))
      stack = last !== undefined && last.x === glyph.x && last.y === glyph.y ? stack + 1 : 1
      last = glyph
      const isNext = word !== undefined && (stack > 1 || follows(word, glyph, box, origin.y0, usualGap))
      const unmapped = pdfium._FPDFText_HasUnicodeMapError(textPage, index) === 1 ? 1 : 0
      if (word !== undefined && isNext) {
        if (word.objects.at(-1) !== object) word.objects.push(object)
        word.text += text
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
        word.stacked = Math.max(word.stacked, stack)
        continue
      }
      word = {
        ...box,
        text,
        baseline: origin.y0,
        size: glyph.size,
        turns: glyph.turns,
        objects: [object],
        page: glyph.page,
        hasSpaceBefore: hasSpaceBefore || word === undefined || isApart(word, glyph, box, usualGap),
        unmapped,
        stacked: stack,
      }
      words.push(word)
      hasSpaceBefore = false
    }
  })
  return words
}
