import { isSameToTheEye, parseHex, type Rgb } from '../../colour.ts'
import type { HiddenText } from '../../hidden-text.ts'
import { child, descendants, elements, textOf, type XmlElement } from '../../xml.ts'
import { paragraphLook, type RunLook, runLook, type Styles, shadingOf } from './styles.ts'

/** What the whole document shares. */
export interface DocxContext {
  styles: Styles
  isBullet: (listId: string, level: string) => boolean
  hidden: HiddenText
  /** Colour of the page itself, where it is displayed. */
  page: Rgb
}

/** What surrounds a block: `undefined` background means that it cannot be told (a picture, a table style's shading). */
interface Surroundings {
  background: Rgb | undefined
}

/** Word does not draw below this size for a reader: two points. */
const tinyHalfPoints = 4

/** Content that is never drawn: deleted and moved-away text, field codes, the old form of a drawing. */
const skipped = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'pPr',
  'rPr',
  'sectPr',
  'tblPr',
  'tcPr',
])

const marks: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', ptab: '\t' }

const hiddenBy = (look: RunLook, surroundings: Surroundings): string | undefined => {
  if (look.isVanished) return 'Text with the property "hidden"'
  if (look.halfPoints !== undefined && look.halfPoints < tinyHalfPoints) return 'Text smaller than two points'
  const background = look.background ?? surroundings.background
  if (look.colour !== undefined && background !== undefined && isSameToTheEye(look.colour, background))
    return 'Text in the colour of its background'
  return undefined
}

/** The fill of a shape that holds text; undefined when it is a picture, a gradient, a theme colour or unknown. */
const shapeFill = (shape: XmlElement, around: Rgb | undefined): Rgb | undefined => {
  if (shape.attributes.fillcolor !== undefined) return parseHex(shape.attributes.fillcolor.slice(0, 7))
  const properties = child(shape, 'spPr')
  if (properties === undefined || child(properties, 'noFill') !== undefined) return around
  const solid = child(properties, 'solidFill')
  if (solid !== undefined) return parseHex(child(solid, 'srgbClr')?.attributes.val)
  const isOther = ['gradFill', 'blipFill', 'pattFill', 'grpFill'].some((fill) => child(properties, fill) !== undefined)
  // A shape without a fill of its own may take one from its theme style.
  return isOther || child(child(shape, 'style'), 'fillRef') !== undefined ? undefined : around
}

/** Turns the blocks of one part (body, header, note) into lines of text. */
export class DocxWalker {
  readonly #context: DocxContext
  readonly #lines: string[] = []
  /** Text boxes of the paragraph at work; they follow it. */
  #boxes: { content: XmlElement; around: Surroundings }[] = []

  constructor(context: DocxContext) {
    this.#context = context
  }

  /** The visible text of a part's root element. */
  read(root: XmlElement): string {
    // A shape behind the text may be a dark band under white text; without drawing the page nobody can tell.
    const hasBackdrop = [...descendants(root, 'anchor')].some((anchor) => anchor.attributes.behindDoc === '1')
    this.#blocks(root, { background: hasBackdrop ? undefined : this.#context.page })
    return this.#lines.join('\n')
  }

  #blocks(parent: XmlElement, around: Surroundings): void {
    for (const element of elements(parent)) {
      if (skipped.has(element.name)) continue
      if (element.name === 'p') this.#paragraph(element, around)
      else if (element.name === 'tbl') this.#table(element, around)
      else this.#blocks(element, around)
    }
  }

  #paragraph(paragraph: XmlElement, around: Surroundings): void {
    const properties = child(paragraph, 'pPr')
    const look: RunLook = {
      ...this.#context.styles.paragraph(child(properties, 'pStyle')?.attributes.val),
      ...paragraphLook(properties),
    }
    const text = this.#inline(paragraph, look, around)
    const isListed = look.listId !== undefined && this.#context.isBullet(look.listId, look.listLevel ?? '0')
    this.#lines.push(isListed && text.trim() !== '' ? `• ${text}` : text)
    this.#readBoxes()
  }

  #readBoxes(): void {
    const boxes = this.#boxes
    this.#boxes = []
    for (const { content, around } of boxes) this.#blocks(content, around)
  }

  /** A row is one line with tabs while its cells are single lines; else the cells follow each other, like columns. */
  #table(table: XmlElement, around: Surroundings): void {
    const styleId = child(child(table, 'tblPr'), 'tblStyle')?.attributes.val
    const inTable: Surroundings = this.#context.styles.isShadedTable(styleId)
      ? { background: undefined }
      : { background: shadingOf(child(table, 'tblPr')) ?? around.background }
    for (const row of tableRows(table)) {
      const cells = cellsOf(row).map((cell) => this.#cell(cell, inTable))
      const isGrid = cells.every((lines) => lines.filter((line) => line.trim() !== '').length <= 1)
      if (isGrid)
        this.#lines.push(
          cells
            .map((lines) => lines.join(' ').trim())
            .filter(Boolean)
            .join('\t'),
        )
      else for (const lines of cells) this.#lines.push(...lines, '')
    }
  }

  #cell(cell: XmlElement, around: Surroundings): string[] {
    const shading = shadingOf(child(cell, 'tcPr'))
    const from = this.#lines.length
    this.#blocks(cell, { background: shading ?? around.background })
    return this.#lines.splice(from)
  }

  #inline(parent: XmlElement, look: RunLook, around: Surroundings): string {
    let text = ''
    for (const element of elements(parent)) {
      if (skipped.has(element.name)) continue
      if (element.name === 'r') text += this.#run(element, look, around)
      else if (element.name === 'txbxContent') this.#boxes.push({ content: element, around })
      else if (element.name === 'p' || element.name === 'tbl')
        this.#boxes.push({ content: { ...parent, children: [element] }, around })
      else text += this.#inline(element, look, around)
    }
    return text
  }

  #run(run: XmlElement, paragraph: RunLook, around: Surroundings): string {
    const properties = child(run, 'rPr')
    const style = this.#context.styles.look(child(properties, 'rStyle')?.attributes.val)
    const look = { ...paragraph, ...style, ...runLook(properties) }
    let text = ''
    for (const element of elements(run)) {
      if (element.name === 't') text += textOf(element)
      else if (marks[element.name] !== undefined) text += marks[element.name]
      else if (!skipped.has(element.name)) this.#drawings(element, look, around)
    }
    const reason = text.trim() === '' ? undefined : hiddenBy(look, around)
    if (reason === undefined) return text
    this.#context.hidden.addPiece(reason, text)
    return ''
  }

  /** Finds text boxes in a drawing, each with the fill of the shape around it. */
  #drawings(element: XmlElement, look: RunLook, around: Surroundings): void {
    if (skipped.has(element.name)) return
    if (element.name === 'txbxContent') this.#boxes.push({ content: element, around })
    const isShape = element.name === 'wsp' || element.attributes.fillcolor !== undefined
    const inside = isShape ? { background: shapeFill(element, around.background) } : around
    for (const part of elements(element)) this.#drawings(part, look, inside)
  }
}

/** Rows of this table only, also inside content controls; a table inside a cell is read with its cell. */
const tableRows = (parent: XmlElement): XmlElement[] =>
  elements(parent).flatMap((element) =>
    element.name === 'tr' ? [element] : skipped.has(element.name) ? [] : tableRows(element),
  )

const cellsOf = (row: XmlElement): XmlElement[] =>
  elements(row).flatMap((element) =>
    element.name === 'tc' ? [element] : skipped.has(element.name) ? [] : cellsOf(element),
  )
