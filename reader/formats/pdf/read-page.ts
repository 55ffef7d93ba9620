import type { FormatContext } from '../../format-reader.ts'
import type { HiddenText } from '../../hidden-text.ts'
import { dropReplacementTexts } from './actual-text.ts'
import { readingOrder } from './columns.ts'
import { type Line, toLines } from './lines.ts'
import { SeenWords, wordsOf } from './ocr-layer.ts'
import { type Pdfium, withBuffer } from './pdfium.ts'
import { recognizePage } from './recognize-page.ts'
import { displaySize } from './render.ts'
import { toSegments } from './segments.ts'
import { type Hiding, lookAtPage, type PageLook, refuseHugeImage } from './visibility.ts'
import { type PageFrame, readWords, type Word } from './words.ts'

/** One page as lines, with its height for finding running headers. */
export interface Page {
  lines: Line[]
  height: number
  usedOcr: boolean
  /** True when text recognition was needed but no longer allowed. */
  missedOcr: boolean
}

const message: Record<Hiding, string> = {
  invisible_mode: 'Text drawn in invisible mode',
  tiny: 'Text smaller than two points',
  off_page: 'Text outside the page',
  squeezed: 'More letters than fit where they stand',
  not_drawn: 'Text that leaves no trace on the page: in the colour of its background, transparent, covered or cut off',
}

const frameOf = (pdfium: Pdfium, page: number): PageFrame =>
  withBuffer(pdfium, 16, (rect) => {
    pdfium._FPDF_GetPageBoundingBox(page, rect)
    const [left, top, right, bottom] = [0, 1, 2, 3].map((i) => pdfium.HEAPF32[(rect >> 2) + i]!) as [
      number,
      number,
      number,
      number,
    ]
    return {
      left,
      bottom,
      width: Math.max(1, right - left),
      height: Math.max(1, top - bottom),
      turns: pdfium._FPDFPage_GetRotation(page) & 3,
    }
  })

const letters = (words: Word[]): number => words.reduce((sum, word) => sum + word.text.length, 0)

/** Lines of the words, each direction of writing by itself, the most used first. */
function linesOf(words: Word[]): Line[] {
  const directions = [0, 1, 2, 3]
    .map((turns) => words.filter((word) => word.turns === turns))
    .filter((group) => group.length > 0)
    .sort((a, b) => letters(b) - letters(a))
  return directions.flatMap((group, index) => {
    const lines = toLines(readingOrder(toSegments(group)))
    return index === 0 ? lines : [{ text: '' }, ...lines.map(({ text }) => ({ text }))]
  })
}

/** Share of letters that the fonts map to nothing known, from which a text layer is useless. */
const unmappedShareMax = 0.3

/** True when the page shows text that its visible text objects do not give. */
function needsOcr(visible: Word[], look: PageLook): boolean {
  const count = letters(visible)
  const unmapped = visible.reduce((sum, word) => sum + word.unmapped, 0)
  if (count > 50 && unmapped > count * unmappedShareMax) return true
  if (look.imageShare >= 0.5 && count < 300) return true
  if (look.imageShare >= 0.1 && count < 20) return true
  // Text turned into outlines: hundreds of shapes and no letters.
  return count < 20 && look.paintCount > 200
}

/** A hidden line counts as a scan's honest text layer when half its words are in the picture. */
const lineSeenShare = 0.5
/** Share of the whole hidden layer that must be in the picture. */
const layerSeenShare = 0.6

/**
 * A scan with its text layer (invisible text over or under the image) is honest as far as the picture shows the same
 * words; the layer then gives the better text. What the picture does not show is hidden text.
 */
function mergeLayer(
  layer: Word[],
  recognized: string,
  hidden: HiddenText,
  note: (hiding: Hiding) => string,
  hiding: (word: Word) => Hiding,
): Line[] {
  const seen = new SeenWords(recognized)
  const lines = linesOf(layer)
  const isHonest = seen.share(lines.map((line) => line.text).join('\n')) >= layerSeenShare
  const kept = isHonest
    ? lines.filter((line) => seen.share(line.text) >= lineSeenShare)
    : recognized.split('\n').map((text) => ({ text }))
  for (const line of lines) {
    if (isHonest && seen.share(line.text) >= lineSeenShare) continue
    // Two words that the recognition missed are no manipulation.
    if (!isHonest || line.text.split(/\s+/).length > 2) hidden.add(note(hiding(layer[0]!)), line.text)
  }
  return kept
}

/** An icon's description is short; a replacement of more words must be on the page, or it is a message to machines. */
const replacementWordsMin = 5

function reportReplacements(replacements: string[], visible: Word[], report: (text: string) => void): void {
  const long = replacements.filter((text) => wordsOf(text).length >= replacementWordsMin)
  if (long.length === 0) return
  const seen = new SeenWords(visible.map((word) => word.text).join(' '))
  for (const text of long) if (seen.share(text) < 0.5) report(text)
}

/** What the pages of a document share. */
export interface PdfContext {
  hidden: HiddenText
  ligatureAt: (code: number) => string | undefined
  startOcrPage: FormatContext['startOcrPage']
}

/** Reads one loaded page; `number` counts from 1. `mayRecognize` says whether another page of text recognition is allowed. */
export async function readPage(
  pdfium: Pdfium,
  page: number,
  number: number,
  document: PdfContext,
  mayRecognize: boolean,
): Promise<Page> {
  const { hidden } = document
  const frame = frameOf(pdfium, page)
  const replacements = dropReplacementTexts(pdfium, page)
  const textPage = pdfium._FPDFText_LoadPage(page)
  try {
    const words = readWords(pdfium, textPage, frame, document.ligatureAt)
    const look = lookAtPage(pdfium, page, frame, words)
    const visible = words.filter((word) => !look.hidden.has(word))
    const unseen = words.filter((word) => look.hidden.has(word))
    const note = (hiding: Hiding): string => `Page ${number}: ${message[hiding]}`
    const report = (words: Word[]): void => {
      for (const hiding of Object.keys(message) as Hiding[]) {
        const lines = linesOf(words.filter((word) => look.hidden.get(word) === hiding))
        for (const line of lines) hidden.add(note(hiding), line.text)
      }
    }
    reportReplacements(replacements, visible, (text) =>
      hidden.add(`Page ${number}: Replacement text that differs from what is drawn`, text),
    )
    const { height } = displaySize(frame)
    const ocr = needsOcr(visible, look)
    if (!ocr || !mayRecognize) {
      if (!ocr) report(unseen)
      return { lines: linesOf(visible), height, usedOcr: false, missedOcr: ocr }
    }
    refuseHugeImage(look.largestImage)
    await document.startOcrPage()
    const text = await recognizePage(pdfium, page, frame)
    const layer = unseen.filter(
      (word) => look.hidden.get(word) === 'invisible_mode' || look.hidden.get(word) === 'not_drawn',
    )
    report(unseen.filter((word) => !layer.includes(word)))
    const lines =
      layer.length > 0
        ? mergeLayer(layer, text, hidden, note, (word) => look.hidden.get(word)!)
        : text.split('\n').map((line) => ({ text: line }))
    return { lines, height, usedOcr: true, missedOcr: false }
  } finally {
    pdfium._FPDFText_ClosePage(textPage)
  }
}
