import { SaxesParser } from 'saxes'
import { corruptFile } from './errors.ts'
import { limits } from './limits.ts'
import type { ReadWarning } from './types.ts'

/** An element; `name` and the attribute names are without their namespace prefix. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

/** A part of an office file that could not be read to its end. */
export const damagedPart = (name: string): ReadWarning => ({
  code: 'part_damaged',
  message: `The part ${name.slice(0, 100)} is damaged; what is readable of it was kept.`,
})

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Parses one part of an office file into a tree. A document type declaration is refused, so there are no entities
 * to expand. A part that breaks off yields what came before. Throws `corrupt_file`.
 */
export function parseXml(bytes: Uint8Array): { root: XmlElement; isDamaged: boolean } {
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [top]
  let isDamaged = false
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw corruptFile('a part of it declares a document type, which office files never do')
  })
  parser.on('error', () => {
    isDamaged = true
  })
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {}
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value as string
    const element: XmlElement = { name: local(tag.name), attributes, children: [] }
    open.at(-1)!.children.push(element)
    if (open.length > limits.xmlDepth) throw corruptFile('its elements are nested too deep')
    open.push(element)
  })
  parser.on('closetag', () => {
    if (open.length > 1) open.pop()
  })
  parser.on('text', (text) => open.at(-1)!.children.push(text))
  parser.on('cdata', (text) => open.at(-1)!.children.push(text))
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  parser.write(new TextDecoder(encoding).decode(bytes)).close()
  const root = top.children.find((child) => typeof child !== 'string')
  if (root === undefined) throw corruptFile('a part of it is no XML')
  return { root, isDamaged }
}

/** Child elements, without text. */
export const elements = (element: XmlElement | undefined): XmlElement[] =>
  element?.children.filter((child) => typeof child !== 'string') ?? []

/** The first child element of that name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elements(element).find((candidate) => candidate.name === name)

/** Every element of that name below `element`, in document order. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const candidate of elements(element)) {
    if (candidate.name === name) yield candidate
    yield* descendants(candidate, name)
  }
}

/** All text below an element. */
export const textOf = (element: XmlElement): string =>
  element.children.map((part) => (typeof part === 'string' ? part : textOf(part))).join('')
