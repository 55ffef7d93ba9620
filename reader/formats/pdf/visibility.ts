import { type Rgb, white } from '../../colour.ts'
import { fileTooLarge } from '../../errors.ts'
import { limits } from '../../limits.ts'
import { type Paint, readObjects, type TextLook } from './page-objects.ts'
import type { Pdfium } from './pdfium.ts'
import { draw, type Picture } from './render.ts'
import { type Box, type PageFrame, turnBox, type Word } from './words.ts'

/** Why a person cannot see a word. */
export type Hiding = 'invisible_mode' | 'tiny' | 'off_page' | 'squeezed' | 'not_drawn'

/** Smaller text is dust on paper. */
const tinySize = 2
/** Pixels a point for the comparison: enough for hair strokes of eight-point text. */
const compareScale = 1.5
const comparePixelsMax = 4_000_000
/** A change of this much in any channel of any pixel of a word can be seen. */
const seenDifference = 20
/** Objects under a word matter when they lie under more than this share of it; rules and underlines do not. */
const overlapShare = 0.5

/** Font sizes that a letter takes at least, on average over a word; condensed type stays above 0.17. */
const letterWidthMin = 0.13
/** Characters that one drawn sign may stand for. */
const stackedMax = 4

/** More letters than can be read where they stand: squeezed together, or mapped to one sign by the font. */
const isSqueezed = (word: Word): boolean =>
  word.stacked > stackedMax ||
  (word.text.length >= 3 && word.x1 - word.x0 < word.text.length * word.size * letterWidthMin)

const area = (box: Box): number => Math.max(0, box.x1 - box.x0) * Math.max(0, box.y1 - box.y0)

const overlaps = (word: Box, paint: Box): boolean => {
  const width = Math.min(word.x1, paint.x1) - Math.max(word.x0, paint.x0)
  const height = Math.min(word.y1, paint.y1) - Math.max(word.y0, paint.y0)
  return width > 0 && height > 0 && width * height > overlapShare * area(word)
}

/** The middle of a word inside the clipping rectangle: a person reads a word whose edge is shaved off. */
const isInside = (word: Box, clip: Box): boolean => {
  const x = (word.x0 + word.x1) / 2
  const y = (word.y0 + word.y1) / 2
  return x > clip.x0 && x < clip.x1 && y > clip.y0 && y < clip.y1
}

const isNear = (a: Rgb, b: Rgb): boolean => a.every((channel, index) => Math.abs(channel - b[index]!) <= 60)

/** True when only a drawing can tell whether the word is seen. */
function isSuspect(word: Word, look: TextLook, paints: Paint[]): boolean {
  if (look.isUncertain || look.alpha < 128 || look.mode === 7 || !isInside(word.page, look.clip)) return true
  if (look.colour === undefined || isNear(look.colour, white)) return true
  for (const paint of paints) {
    if (!overlaps(word.page, paint.box)) continue
    if (paint.order > look.order || paint.colour === undefined || isNear(look.colour, paint.colour)) return true
  }
  return false
}

/**
 * Height that must show, in font sizes: small letters are 0.45 high and more, while the descenders left of a line that
 * a page break cut in two reach 0.22.
 */
const seenHeight = 0.28

/** True when the two pictures differ visibly within the box, over enough of its height for a word to be read. */
function differs(a: Picture, b: Picture, box: Box, heightNeeded: number): boolean {
  const x0 = Math.max(0, Math.floor(box.x0 * a.scale))
  const x1 = Math.min(a.width - 1, Math.ceil(box.x1 * a.scale))
  const y0 = Math.max(0, Math.floor(box.y0 * a.scale))
  const y1 = Math.min(a.height - 1, Math.ceil(box.y1 * a.scale))
  const rowsNeeded = Math.max(1, heightNeeded * a.scale)
  let rows = 0
  for (let y = y0; y <= y1 && rows < rowsNeeded; y++) {
    for (let at = (y * a.width + x0) * 4; at <= (y * a.width + x1) * 4; at++) {
      if (at % 4 === 3 || Math.abs(a.pixels[at]! - b.pixels[at]!) < seenDifference) continue
      rows += 1
      break
    }
  }
  return rows >= rowsNeeded
}

/** What a page holds besides words. */
export interface PageLook {
  hidden: Map<Word, Hiding>
  /** Share of the page that images cover, 0-1. */
  imageShare: number
  paintCount: number
  /** Pixels of the largest picture. */
  largestImage: number
}

/** Throws `file_too_large` before a page is drawn whose picture would take all memory or time. */
export function refuseHugeImage(pixels: number): void {
  if (pixels > limits.pdfImagePixels)
    throw fileTooLarge(`a picture in it has more than ${limits.pdfImagePixels / 1_000_000} million pixels`)
}

/**
 * Finds the words that a person cannot see. What the file states openly (render mode 3, tiny, off the page) needs no
 * drawing; a word whose colour, clipping, layer or neighbours leave doubt is drawn: the page with and without the
 * doubtful text objects must differ where the word stands.
 */
export function lookAtPage(pdfium: Pdfium, page: number, frame: PageFrame, words: Word[]): PageLook {
  const { texts, paints, largestImage } = readObjects(pdfium, page)
  const hidden = new Map<Word, Hiding>()
  const pageBox: Box = {
    x0: frame.left,
    y0: frame.bottom,
    x1: frame.left + frame.width,
    y1: frame.bottom + frame.height,
  }
  const suspects: Word[] = []
  for (const word of words) {
    const looks = word.objects.map((object) => texts.get(object)).filter((look) => look !== undefined)
    const box = word.page
    if (looks.length > 0 && looks.every((look) => look.mode === 3)) hidden.set(word, 'invisible_mode')
    else if (word.size < tinySize) hidden.set(word, 'tiny')
    else if (box.x1 <= pageBox.x0 || box.x0 >= pageBox.x1 || box.y1 <= pageBox.y0 || box.y0 >= pageBox.y1)
      hidden.set(word, 'off_page')
    else if (isSqueezed(word)) hidden.set(word, 'squeezed')
    else if (looks.some((look) => isSuspect(word, look, paints))) suspects.push(word)
  }
  if (suspects.length > 0) refuseHugeImage(largestImage)
  if (suspects.length > 0) for (const word of unseen(pdfium, page, frame, suspects)) hidden.set(word, 'not_drawn')
  const images = paints.filter((paint) => paint.isImage).reduce((sum, paint) => sum + area(clip(paint.box, pageBox)), 0)
  return {
    hidden,
    imageShare: Math.min(1, images / Math.max(1, area(pageBox))),
    paintCount: paints.length,
    largestImage,
  }
}

const clip = (box: Box, to: Box): Box => ({
  x0: Math.max(box.x0, to.x0),
  y0: Math.max(box.y0, to.y0),
  x1: Math.min(box.x1, to.x1),
  y1: Math.min(box.y1, to.y1),
})

function unseen(pdfium: Pdfium, page: number, frame: PageFrame, suspects: Word[]): Word[] {
  const objects = [...new Set(suspects.flatMap((word) => word.objects))]
  const drawn = draw(pdfium, page, frame, compareScale, comparePixelsMax)
  for (const object of objects) pdfium._FPDFPageObj_SetIsActive(object, 0)
  const drawnWithout = draw(pdfium, page, frame, compareScale, comparePixelsMax)
  for (const object of objects) pdfium._FPDFPageObj_SetIsActive(object, 1)
  const [complete, without] = [drawn.picture(), drawnWithout.picture()]
  const isSeen = (word: Word): boolean => {
    // A dot or a dash is low by nature.
    const heightNeeded = /[\p{L}\p{N}]/u.test(word.text) ? seenHeight * word.size : 0
    return differs(complete, without, turnBox(word.page, frame, frame.turns), heightNeeded)
  }
  const hidden = suspects.filter((word) => !isSeen(word))
  drawn.release()
  drawnWithout.release()
  return hidden
}
