import { parseHex, type Rgb, white } from '../../colour.ts'
import { child, descendants, elements, type XmlElement } from '../../xml.ts'

/** Character properties that decide whether a run can be seen, and the list it belongs to; unset means inherited. */
export interface RunLook {
  isVanished?: boolean
  colour?: Rgb
  /** Font size in half points. */
  halfPoints?: number
  /** What lies behind the run; set by shading or highlight. */
  background?: Rgb
  listId?: string
  listLevel?: string
}

const isOn = (element: XmlElement | undefined): boolean | undefined =>
  element === undefined ? undefined : !['0', 'false', 'off', 'none'].includes(element.attributes.val ?? '1')

/** Word's sixteen highlight colours; only those that matter for white or black text differ from their CSS names. */
const highlights: Record<string, Rgb> = {
  black: [0, 0, 0],
  blue: [0, 0, 255],
  cyan: [0, 255, 255],
  green: [0, 255, 0],
  magenta: [255, 0, 255],
  red: [255, 0, 0],
  yellow: [255, 255, 0],
  white,
  darkBlue: [0, 0, 128],
  darkCyan: [0, 128, 128],
  darkGreen: [0, 128, 0],
  darkMagenta: [128, 0, 128],
  darkRed: [128, 0, 0],
  darkYellow: [128, 128, 0],
  darkGray: [128, 128, 128],
  lightGray: [192, 192, 192],
}

/** The fill of a `w:shd`; a pattern that draws its own colour fully (`solid`) hides the fill. */
export const shadingOf = (properties: XmlElement | undefined): Rgb | undefined => {
  const shading = child(properties, 'shd')
  if (shading === undefined) return undefined
  return parseHex(shading.attributes.val === 'solid' ? shading.attributes.color : shading.attributes.fill)
}

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T

/** What `w:rPr` sets. */
export function runLook(properties: XmlElement | undefined): RunLook {
  if (properties === undefined) return {}
  const size = Number(child(properties, 'sz')?.attributes.val)
  return defined({
    isVanished: isOn(child(properties, 'vanish')),
    colour: parseHex(child(properties, 'color')?.attributes.val),
    halfPoints: Number.isFinite(size) && size > 0 ? size : undefined,
    background: highlights[child(properties, 'highlight')?.attributes.val ?? ''] ?? shadingOf(properties),
  } as RunLook)
}

/** What `w:pPr` sets for the runs in the paragraph. */
export function paragraphLook(properties: XmlElement | undefined): RunLook {
  const list = child(properties, 'numPr')
  return defined({
    background: shadingOf(properties),
    listId: child(list, 'numId')?.attributes.val,
    listLevel: child(list, 'ilvl')?.attributes.val,
  } as RunLook)
}

/** The document's styles, resolved over `basedOn`. */
export class Styles {
  readonly #byId = new Map<string, XmlElement>()
  readonly #resolved = new Map<string, RunLook>()
  readonly defaults: RunLook
  readonly #defaultParagraph: string | undefined

  constructor(root: XmlElement | undefined) {
    for (const style of elements(root)) {
      if (style.name === 'style' && style.attributes.styleId !== undefined)
        this.#byId.set(style.attributes.styleId, style)
    }
    const defaults = child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr')
    this.defaults = runLook(defaults)
    this.#defaultParagraph = [...this.#byId.values()].find(
      (style) => style.attributes.type === 'paragraph' && style.attributes.default === '1',
    )?.attributes.styleId
  }

  /** The look a style gives; an unknown id gives none. */
  look(id: string | undefined, seen = 0): RunLook {
    const style = id === undefined ? undefined : this.#byId.get(id)
    // A chain longer than any real one is a circle.
    if (id === undefined || style === undefined || seen > 20) return {}
    const known = this.#resolved.get(id)
    if (known !== undefined) return known
    const look = {
      ...this.look(child(style, 'basedOn')?.attributes.val, seen + 1),
      ...paragraphLook(child(style, 'pPr')),
      ...runLook(child(style, 'rPr')),
    }
    this.#resolved.set(id, look)
    return look
  }

  /** The look of a paragraph that names `id`, or names no style. */
  paragraph(id: string | undefined): RunLook {
    return { ...this.defaults, ...this.look(id ?? this.#defaultParagraph) }
  }

  /** True when a table style, or one it is based on, shades anything: its white text is then meant to be read. */
  isShadedTable(id: string | undefined, seen = 0): boolean {
    const style = id === undefined ? undefined : this.#byId.get(id)
    if (style === undefined || seen > 20) return false
    for (const shading of descendants(style, 'shd')) if (parseHex(shading.attributes.fill) !== undefined) return true
    return this.isShadedTable(child(style, 'basedOn')?.attributes.val, seen + 1)
  }
}

/** For each `numId` and level: whether Word draws a bullet there (as opposed to a number or nothing). */
export function bulletLevels(root: XmlElement | undefined): (listId: string, level: string) => boolean {
  const formats = new Map<string, Map<string, string>>()
  const lists = new Map<string, string>()
  for (const element of elements(root)) {
    if (element.name === 'abstractNum')
      formats.set(
        element.attributes.abstractNumId ?? '',
        new Map(
          elements(element)
            .filter((level) => level.name === 'lvl')
            .map((level) => [level.attributes.ilvl ?? '0', child(level, 'numFmt')?.attributes.val ?? '']),
        ),
      )
    if (element.name === 'num')
      lists.set(element.attributes.numId ?? '', child(element, 'abstractNumId')?.attributes.val ?? '')
  }
  return (listId, level) => formats.get(lists.get(listId) ?? '')?.get(level) === 'bullet'
}
