import { isSameToTheEye, parseHex, type Rgb, white } from '../colour.ts'
import { corruptFile, encryptedFile } from '../errors.ts'
import type { FormatResult } from '../format-reader.ts'
import { HiddenText } from '../hidden-text.ts'
import type { ReadWarning } from '../types.ts'
import { child, damagedPart, descendants, elements, parseXml, type XmlElement } from '../xml.ts'
import { unzip } from '../zip.ts'

interface Look {
  isHidden?: boolean
  colour?: Rgb
  background?: Rgb
  points?: number
}

const wanted = new Set(['content.xml', 'styles.xml', 'META-INF/manifest.xml'])

/** Never drawn: old revisions, comments, declarations. */
const skipped = new Set([
  'tracked-changes',
  'annotation',
  'annotation-end',
  'forms',
  'sequence-decls',
  'variable-decls',
  'user-field-decls',
  'hidden-text',
  'hidden-paragraph',
  'title',
  'desc',
])

const tinyPoints = 2

/** Styles of both parts, resolved over their parents. */
class OdtStyles {
  readonly #byName = new Map<string, XmlElement>()

  constructor(roots: XmlElement[]) {
    for (const root of roots)
      for (const style of descendants(root, 'style'))
        if (style.attributes.name !== undefined) this.#byName.set(style.attributes.name, style)
  }

  look(name: string | undefined, seen = 0): Look {
    const style = name === undefined ? undefined : this.#byName.get(name)
    if (style === undefined || seen > 20) return {}
    const look: Look = { ...this.look(style.attributes['parent-style-name'], seen + 1) }
    for (const properties of elements(style)) {
      const background = parseHex(properties.attributes['background-color'])
      if (background !== undefined) look.background = background
      // A drawn shape or frame is filled by its graphic properties.
      const fill = parseHex(properties.attributes['fill-color'])
      if (fill !== undefined && properties.attributes.fill !== 'none') look.background = fill
      if (properties.name !== 'text-properties') continue
      const colour = parseHex(properties.attributes.color)
      if (colour !== undefined) look.colour = colour
      if (properties.attributes.display !== undefined) look.isHidden = properties.attributes.display === 'none'
      const size = /^([\d.]{1,10})pt$/.exec(properties.attributes['font-size'] ?? '')
      if (size !== null) look.points = Number(size[1])
    }
    return look
  }
}

const hiddenBy = (look: Look): string | undefined => {
  if (look.isHidden) return 'Text with the property "hidden"'
  if (look.points !== undefined && look.points < tinyPoints) return 'Text smaller than two points'
  if (look.colour !== undefined && isSameToTheEye(look.colour, look.background ?? white))
    return 'Text in the colour of its background'
  return undefined
}

class OdtWalker {
  readonly #styles: OdtStyles
  readonly #hidden: HiddenText
  #boxes: XmlElement[] = []

  constructor(styles: OdtStyles, hidden: HiddenText) {
    this.#styles = styles
    this.#hidden = hidden
  }

  blocks(parent: XmlElement, around: Look): string[] {
    return elements(parent).flatMap((element) => this.#block(element, around))
  }

  #block(element: XmlElement, around: Look): string[] {
    if (skipped.has(element.name)) return []
    const look = this.#lookOf(element, around)
    if (element.name === 'p' || element.name === 'h') {
      const text = this.#inline(element, look)
      const boxes = this.#boxes
      this.#boxes = []
      return [text, ...boxes.flatMap((box) => this.blocks(box, this.#lookOf(box, around)))]
    }
    if (element.name === 'section' && element.attributes.display === 'none') {
      this.#hidden.add('Text in a hidden section', this.blocks(element, look).join(' '))
      return []
    }
    if (element.name === 'list-item') {
      const [first, ...rest] = this.blocks(element, look)
      return first === undefined ? [] : [`• ${first}`, ...rest]
    }
    if (element.name === 'table-row') {
      const cells = elements(element).map((cell) => this.blocks(cell, this.#lookOf(cell, look)).filter(Boolean))
      if (cells.every((lines) => lines.length <= 1)) return [cells.flat().join('\t')]
      return cells.flatMap((lines) => [...lines, ''])
    }
    return this.blocks(element, look)
  }

  /** Text looks are inherited from the surroundings; only a background and a text style can change them. */
  #lookOf(element: XmlElement, around: Look): Look {
    return { ...around, ...this.#styles.look(element.attributes['style-name']) }
  }

  #inline(parent: XmlElement, look: Look): string {
    let text = ''
    for (const part of parent.children) {
      if (typeof part === 'string') text += this.#visible(part.replace(/\s+/g, ' '), look)
      else if (skipped.has(part.name)) continue
      else if (part.name === 's') text += ' '
      else if (part.name === 'tab') text += '\t'
      else if (part.name === 'line-break') text += '\n'
      else if (part.name === 'frame' || part.name === 'custom-shape' || part.name === 'note-body')
        this.#boxes.push(part)
      else text += this.#inline(part, this.#lookOf(part, look))
    }
    return text
  }

  #visible(text: string, look: Look): string {
    const reason = text.trim() === '' ? undefined : hiddenBy(look)
    if (reason === undefined) return text
    this.#hidden.addPiece(reason, text)
    return ''
  }
}

/** OpenDocument text, as LibreOffice writes it. */
export async function readOdt(bytes: Uint8Array): Promise<FormatResult> {
  const { parts, damaged } = unzip(bytes, (name) => wanted.has(name))
  const warnings: ReadWarning[] = damaged.map(damagedPart)
  const part = (name: string): XmlElement | undefined => {
    const content = parts.get(name)
    if (content === undefined) return undefined
    const { root, isDamaged } = parseXml(content)
    if (isDamaged) warnings.push(damagedPart(name))
    return root
  }
  const manifest = parts.get('META-INF/manifest.xml')
  if (manifest !== undefined && Buffer.from(manifest).includes('encryption-data')) throw encryptedFile()
  const content = part('content.xml')
  const body = child(child(content, 'body'), 'text')
  if (content === undefined || body === undefined) throw corruptFile('its main part is missing')
  const styles = part('styles.xml')
  const hidden = new HiddenText()
  const known = new OdtStyles(styles === undefined ? [content] : [styles, content])
  const walker = new OdtWalker(known, hidden)
  const read = (element: XmlElement): string => walker.blocks(element, known.look('Standard')).join('\n')
  const headers = styles === undefined ? [] : [...descendants(styles, 'header')].map(read)
  const footers = styles === undefined ? [] : [...descendants(styles, 'footer')].map(read)
  const texts = [...new Set(headers), read(body), ...new Set(footers)]
  return { text: texts.filter((text) => text.trim() !== '').join('\n\n'), warnings, integrity_flags: hidden.flags() }
}
