import { selectAll } from 'css-select'
import type { Document, Element } from 'domhandler'
import { findAll, isTag, removeElement, textContent } from 'domutils'
import postcss from 'postcss'
import { isSameToTheEye, type Rgb, white } from '../../colour.ts'
import type { HiddenText } from '../../hidden-text.ts'
import { parseCssColour } from './css-colour.ts'

type Style = Map<string, string>

/** Style rules past this number are ignored; a resume page has some hundred. */
const rulesMax = 2000
const selectorLengthMax = 200

const parseDeclarations = (css: string): Style => {
  const style: Style = new Map()
  for (const part of css.split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0) style.set(part.slice(0, colon).trim().toLowerCase(), cleanValue(part.slice(colon + 1)))
  }
  return style
}

const cleanValue = (value: string): string => value.replace('!important', '').trim().toLowerCase()

/** What the page's own style sheets set for screens, rule by rule in their order. */
function sheetStyles(document: Document): Map<Element, Style> {
  const styles = new Map<Element, Style>()
  let rules = 0
  for (const sheet of findAll((element) => element.name === 'style', document.children)) {
    let root: postcss.Root
    try {
      root = postcss.parse(textContent(sheet))
    } catch {
      // A sheet that a browser would partly drop hides nothing for certain.
      continue
    }
    root.walkRules((rule) => {
      // Rules within @media print and the like do not hold on a screen.
      if (rule.parent?.type !== 'root' || rules++ > rulesMax || rule.selector.length > selectorLengthMax) return
      const style: Style = new Map()
      rule.walkDecls((declaration) => {
        style.set(declaration.prop.toLowerCase(), cleanValue(declaration.value))
      })
      if (![...style.keys()].some((property) => watched.test(property))) return
      for (const element of select(rule.selector, document)) {
        const known = styles.get(element)
        styles.set(element, known === undefined ? style : new Map([...known, ...style]))
      }
    })
  }
  return styles
}

const watched =
  /^(display|visibility|opacity|color|background|background-color|background-image|font-size|font|text-indent|left|top|position|clip|clip-path|width|height|overflow|transform|content-visibility)$/

const select = (selector: string, document: Document): Element[] => {
  try {
    return selectAll<Document | Element, Element>(selector, document).filter(isTag)
  } catch {
    // Pseudo-classes such as :hover are no state of a page at rest.
    return []
  }
}

const number = (value: string | undefined): number | undefined => {
  const parsed = Number.parseFloat(value ?? '')
  return Number.isFinite(parsed) ? parsed : undefined
}

/** Length in CSS pixels where it can be told without a layout. */
const pixels = (value: string | undefined): number | undefined => {
  const amount = number(value)
  if (amount === undefined || value === undefined) return undefined
  if (/^-?[\d.]+(px)?$/.test(value)) return amount
  if (/^-?[\d.]+pt$/.test(value)) return (amount * 4) / 3
  if (/^-?[\d.]+r?em$/.test(value)) return amount * 16
  return amount === 0 ? 0 : undefined
}

/** Two points in CSS pixels. */
const tinyPixels = 8 / 3
/** Moved this far, a box is out of any window. */
const farPixels = -900

function hiddenBy(element: Element, style: Style): string | undefined {
  if (
    element.attribs.hidden !== undefined ||
    style.get('display') === 'none' ||
    style.get('content-visibility') === 'hidden'
  )
    return 'Text that the page does not display'
  if (/^(hidden|collapse)$/.test(style.get('visibility') ?? '')) return 'Text that the page does not display'
  if ((number(style.get('opacity')) ?? 1) < 0.05) return 'Transparent text'
  const size = pixels(style.get('font-size'))
  if (size !== undefined && size < tinyPixels) return 'Text smaller than two points'
  const isMoved = /^(absolute|fixed|relative)$/.test(style.get('position') ?? '')
  const far = [
    style.get('text-indent'),
    isMoved ? style.get('left') : undefined,
    isMoved ? style.get('top') : undefined,
  ]
  if (far.some((value) => (pixels(value) ?? 0) < farPixels)) return 'Text outside the window'
  if (/^rect\(0/.test(style.get('clip') ?? '') || /^(inset\((50|100)%|circle\(0)/.test(style.get('clip-path') ?? ''))
    return 'Text that is cut off'
  const isCut = /hidden|clip/.test(style.get('overflow') ?? '')
  if (isCut && [style.get('width'), style.get('height')].some((value) => (pixels(value) ?? 99) <= 1))
    return 'Text that is cut off'
  return undefined
}

/** Elements whose text no browser shows; they are no trace of manipulation. */
const neverShown = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'title',
  'meta',
  'link',
  'object',
  'svg',
  'select',
])

/** Removes what a browser would not show, reporting hidden words; `colour` and `background` are those around. */
function clean(
  element: Element,
  sheets: Map<Element, Style>,
  colour: Rgb,
  background: Rgb | undefined,
  hidden: HiddenText,
): void {
  if (neverShown.has(element.name)) {
    removeElement(element)
    return
  }
  const style: Style = new Map([...(sheets.get(element) ?? []), ...parseDeclarations(element.attribs.style ?? '')])
  const reason = hiddenBy(element, style)
  if (reason !== undefined) {
    hidden.add(reason, textContent(element))
    removeElement(element)
    return
  }
  const own = parseCssColour(
    style.get('color') ?? element.attribs.color ?? (element.name === 'body' ? element.attribs.text : undefined),
  )
  const [behind, isKnown] = backgroundOf(element, style)
  const inside = isKnown ? behind : background
  const text = own === undefined ? colour : own === 'transparent' ? inside : own
  for (const child of [...element.children]) {
    if (isTag(child)) clean(child, sheets, text ?? colour, inside, hidden)
    else if (child.type === 'text' && inside !== undefined && isSameToTheEye(text ?? colour, inside)) {
      if (child.data.trim() !== '') hidden.add('Text in the colour of its background', child.data)
      child.data = ' '
    }
  }
}

/** The element's own background and whether it sets one; a picture or gradient is a background of unknown colour. */
function backgroundOf(element: Element, style: Style): [Rgb | undefined, boolean] {
  const value = `${style.get('background') ?? ''} ${style.get('background-image') ?? ''}`
  if (/url\(|gradient\(/.test(value)) return [undefined, true]
  const plain = style.get('background-color') ?? style.get('background') ?? element.attribs.bgcolor
  const colour = parseCssColour(plain)
  return colour === undefined || colour === 'transparent' ? [undefined, false] : [colour, true]
}

/** Takes out of the document all that a browser at rest would not show. */
export function removeHidden(document: Document, hidden: HiddenText): void {
  const sheets = sheetStyles(document)
  for (const child of [...document.children]) if (isTag(child)) clean(child, sheets, [0, 0, 0], white, hidden)
}
