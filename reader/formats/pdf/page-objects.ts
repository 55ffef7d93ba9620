import type { Rgb } from '../../colour.ts'
import { type Pdfium, withBuffer } from './pdfium.ts'
import type { Box } from './words.ts'

/** Something drawn on the page that is not text: a filled path, an image, a shading or a form with such content. */
export interface Paint {
  order: number
  box: Box
  /** Undefined when it has more than one colour or is partly transparent. */
  colour: Rgb | undefined
  isImage: boolean
}

/** How a text object is drawn. */
export interface TextLook {
  order: number
  /** PDF text render mode: 0 fill, 1 stroke, 2 both, 3 nothing, 4-7 the same with clipping. */
  mode: number
  /** Undefined for a pattern. */
  colour: Rgb | undefined
  alpha: number
  /** True for content that viewers may switch off, or whose clipping or surroundings only drawing can tell. */
  isUncertain: boolean
  /** Rectangle outside of which nothing of the text is drawn. */
  clip: Box
}

const type = { text: 1, path: 2, image: 3, shading: 4, form: 5 } as const

/** More objects than any real page has; beyond them everything counts as uncertain. */
const objectsMax = 50_000
const formDepthMax = 6

const boundsOf = (pdfium: Pdfium, object: number, buffer: number): Box | undefined => {
  if (pdfium._FPDFPageObj_GetBounds(object, buffer, buffer + 4, buffer + 8, buffer + 12) === 0) return undefined
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map((i) => pdfium.HEAPF32[(buffer >> 2) + i]!) as [
    number,
    number,
    number,
    number,
  ]
  return { x0, y0, x1, y1 }
}

type ReadColour = (object: number, r: number, g: number, b: number, a: number) => number

const colourOf = (
  pdfium: Pdfium,
  read: ReadColour,
  object: number,
  buffer: number,
): { colour: Rgb; alpha: number } | undefined => {
  if (read(object, buffer, buffer + 4, buffer + 8, buffer + 12) === 0) return undefined
  const [r, g, b, a] = [0, 1, 2, 3].map((i) => pdfium.HEAPU32[(buffer >> 2) + i]!) as [number, number, number, number]
  return { colour: [r, g, b], alpha: a }
}

/** True when the object stands in an optional layer. */
const isOptional = (pdfium: Pdfium, object: number, buffer: number): boolean => {
  const count = Math.min(pdfium._FPDFPageObj_CountMarks(object), 16)
  for (let i = 0; i < count; i++) {
    const mark = pdfium._FPDFPageObj_GetMark(object, i)
    pdfium._FPDFPageObjMark_GetName(mark, buffer, 32, buffer + 40)
    // The name is UTF-16: "OC".
    if (pdfium.HEAPU8[buffer] === 79 && pdfium.HEAPU8[buffer + 2] === 67 && pdfium.HEAPU8[buffer + 4] === 0) return true
  }
  return false
}

const everywhere: Box = { x0: -Infinity, y0: -Infinity, x1: Infinity, y1: Infinity }
const nowhere: Box = { x0: 0, y0: 0, x1: 0, y1: 0 }

/** Where all clipping rectangles of an object meet; `nowhere` when a shape is more than a rectangle. */
const clipOf = (pdfium: Pdfium, object: number, buffer: number): Box => {
  const clip = pdfium._FPDFPageObj_GetClipPath(object)
  const paths = clip === 0 ? 0 : pdfium._FPDFClipPath_CountPaths(clip)
  let box = everywhere
  for (let path = 0; path < paths; path++) {
    const segments = pdfium._FPDFClipPath_CountPathSegments(clip, path)
    if (segments < 4 || segments > 5) return nowhere
    const xs: number[] = []
    const ys: number[] = []
    for (let i = 0; i < segments; i++) {
      pdfium._FPDFPathSegment_GetPoint(pdfium._FPDFClipPath_GetPathSegment(clip, path, i), buffer, buffer + 4)
      xs.push(pdfium.HEAPF32[buffer >> 2]!)
      ys.push(pdfium.HEAPF32[(buffer >> 2) + 1]!)
    }
    box = {
      x0: Math.max(box.x0, Math.min(...xs)),
      y0: Math.max(box.y0, Math.min(...ys)),
      x1: Math.min(box.x1, Math.max(...xs)),
      y1: Math.min(box.y1, Math.max(...ys)),
    }
  }
  return box
}

export interface PageObjects {
  texts: Map<number, TextLook>
  paints: Paint[]
  /** Pixels of the largest picture, 0 without one. */
  largestImage: number
}

/** Everything on a page in drawing order: the look of each text object by its handle, and what else is painted. */
export function readObjects(pdfium: Pdfium, page: number): PageObjects {
  const texts = new Map<number, TextLook>()
  const paints: Paint[] = []
  let order = 0
  let largestImage = 0
  withBuffer(pdfium, 64, (buffer) => {
    const visit = (object: number, depth: number): { hasPaint: boolean } => {
      order += 1
      const kind = pdfium._FPDFPageObj_GetType(object)
      if (kind === type.text) {
        const mode = pdfium._FPDFTextObj_GetTextRenderMode(object)
        const read = mode === 1 || mode === 5 ? pdfium._FPDFPageObj_GetStrokeColor : pdfium._FPDFPageObj_GetFillColor
        const paint = colourOf(pdfium, read, object, buffer)
        texts.set(object, {
          order,
          mode,
          colour: paint?.colour,
          alpha: paint?.alpha ?? 255,
          isUncertain: paint === undefined || isOptional(pdfium, object, buffer),
          clip: clipOf(pdfium, object, buffer),
        })
        return { hasPaint: false }
      }
      const box = boundsOf(pdfium, object, buffer)
      if (kind === type.image && pdfium._FPDFImageObj_GetImagePixelSize(object, buffer, buffer + 4) === 1)
        largestImage = Math.max(largestImage, pdfium.HEAPU32[buffer >> 2]! * pdfium.HEAPU32[(buffer >> 2) + 1]!)
      if (kind === type.form) {
        const children = Math.min(pdfium._FPDFFormObj_CountObjects(object), objectsMax - order)
        const formOrder = order
        let hasPaint = false
        for (let i = 0; depth < formDepthMax && i < children; i++) {
          const child = pdfium._FPDFFormObj_GetObject(object, i)
          if (visit(child, depth + 1).hasPaint) hasPaint = true
        }
        if (hasPaint && depth === 0 && box !== undefined)
          paints.push({ order: formOrder, box, colour: undefined, isImage: false })
        const clip = clipOf(pdfium, object, buffer)
        const isWhole =
          box !== undefined && clip.x0 <= box.x0 && clip.y0 <= box.y0 && clip.x1 >= box.x1 && clip.y1 >= box.y1
        if (hasPaint || !isWhole || pdfium._FPDFPageObj_HasTransparency(object) === 1) {
          // All text that came since, also in forms within this one.
          for (const look of texts.values()) if (look.order > formOrder) look.isUncertain = true
        }
        return { hasPaint }
      }
      if (box === undefined) return { hasPaint: false }
      if (kind === type.path) {
        pdfium._FPDFPath_GetDrawMode(object, buffer, buffer + 4)
        if (pdfium.HEAPU32[buffer >> 2] === 0) return { hasPaint: false }
        const fill = colourOf(pdfium, pdfium._FPDFPageObj_GetFillColor, object, buffer)
        if (fill?.alpha === 0) return { hasPaint: false }
        // Boxes of objects within a form are in the form's own space; the form stands for them.
        if (depth === 0)
          paints.push({ order, box, colour: fill?.alpha === 255 ? fill.colour : undefined, isImage: false })
      } else if (depth === 0) paints.push({ order, box, colour: undefined, isImage: kind === type.image })
      return { hasPaint: true }
    }
    const count = Math.min(pdfium._FPDFPage_CountObjects(page), objectsMax)
    for (let i = 0; i < count && order < objectsMax; i++) visit(pdfium._FPDFPage_GetObject(page, i), 0)
  })
  return { texts, paints, largestImage }
}
