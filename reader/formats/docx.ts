import { parseHex, white } from '../colour.ts'
import { corruptFile } from '../errors.ts'
import type { FormatResult } from '../format-reader.ts'
import { HiddenText } from '../hidden-text.ts'
import type { ReadWarning } from '../types.ts'
import { child, damagedPart, descendants, elements, parseXml, type XmlElement } from '../xml.ts'
import { unzip } from '../zip.ts'
import { bulletLevels, Styles } from './docx/styles.ts'
import { DocxWalker } from './docx/walk.ts'

const isWanted = (name: string): boolean => /^(\/?word\/[^/]+\.xml|\/?word\/_rels\/[^/]+\.rels)$/.test(name)

const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(element.attributes.val ?? '1')

/** Headers or footers that some section really shows, in section order. */
function shownParts(body: XmlElement, what: 'headerReference' | 'footerReference', hasEvenOdd: boolean): string[] {
  const ids: string[] = []
  for (const section of descendants(body, 'sectPr')) {
    for (const reference of elements(section)) {
      const type = reference.attributes.type
      const isShown = type === 'first' ? isOn(child(section, 'titlePg')) : type === 'even' ? hasEvenOdd : true
      if (reference.name === what && isShown && reference.attributes.id !== undefined) ids.push(reference.attributes.id)
    }
  }
  return ids
}

/** Word documents from 2007 on, with or without macros (which are never read). */
export async function readDocx(bytes: Uint8Array): Promise<FormatResult> {
  const { parts, damaged } = unzip(bytes, isWanted)
  const warnings: ReadWarning[] = damaged.map(damagedPart)
  const part = (name: string): XmlElement | undefined => {
    const content = parts.get(name) ?? parts.get(`/${name}`)
    if (content === undefined) return undefined
    const { root, isDamaged } = parseXml(content)
    if (isDamaged) warnings.push(damagedPart(name))
    return root
  }
  // Word itself writes document.xml; some services write document2.xml.
  const mainName = parts.has('word/document.xml')
    ? 'document'
    : [...parts.keys()].find((name) => /^word\/document[^/]*\.xml$/.test(name))?.slice(5, -4)
  const document = part(`word/${mainName ?? 'document'}.xml`)
  const body = child(document, 'body')
  if (document === undefined || body === undefined) throw corruptFile('its main part is missing')

  const settings = part('word/settings.xml')
  const hidden = new HiddenText()
  const page = isOn(child(settings, 'displayBackgroundShape'))
    ? parseHex(child(document, 'background')?.attributes.color)
    : undefined
  const context = {
    styles: new Styles(part('word/styles.xml')),
    isBullet: bulletLevels(part('word/numbering.xml')),
    hidden,
    page: page ?? white,
  }
  const targets = new Map(
    elements(part(`word/_rels/${mainName ?? 'document'}.xml.rels`)).map((relation) => [
      relation.attributes.Id,
      relation.attributes.Target?.replace(/^\/?(word\/)?/, '') ?? '',
    ]),
  )
  const hasEvenOdd = isOn(child(settings, 'evenAndOddHeaders'))
  const readPart = (name: string): string => {
    const root = part(`word/${name}`)
    return root === undefined ? '' : new DocxWalker(context).read(root)
  }
  const shown = (what: 'headerReference' | 'footerReference'): string[] => [
    ...new Set(
      shownParts(body, what, hasEvenOdd)
        .map((id) => targets.get(id) ?? '')
        .filter(Boolean)
        .map(readPart),
    ),
  ]
  const texts = [
    ...shown('headerReference'),
    new DocxWalker(context).read(body),
    readPart('footnotes.xml'),
    readPart('endnotes.xml'),
    ...shown('footerReference'),
  ]
  return { text: texts.filter((text) => text.trim() !== '').join('\n\n'), warnings, integrity_flags: hidden.flags() }
}
