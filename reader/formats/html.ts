import render from 'dom-serializer'
import type { Document } from 'domhandler'
import { convert } from 'html-to-text'
import { parseDocument } from 'htmlparser2'
import { corruptFile, unsupportedFileType } from '../errors.ts'
import type { FormatResult } from '../format-reader.ts'
import { HiddenText } from '../hidden-text.ts'
import { limits } from '../limits.ts'
import { decodeText } from './decode-text.ts'
import { removeHidden } from './html/hide.ts'

/** HTML pages and mails saved as HTML; scripts never run and nothing is fetched. */
export async function readHtml(bytes: Uint8Array): Promise<FormatResult> {
  const source = decodeText(bytes)
  if (source === undefined) throw unsupportedFileType('This kind of file')
  const document = parseDocument(source) as unknown as Document
  refuseDeepNesting(document)
  const hidden = new HiddenText()
  removeHidden(document, hidden)
  const text = convert(render(document as never), {
    wordwrap: false,
    limits: { maxInputLength: limits.zipEntryBytes, maxDepth: limits.xmlDepth },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'table', format: 'dataTable', options: { colSpacing: 3, uppercaseHeaderCells: false } },
      { selector: 'ul', options: { itemPrefix: '• ' } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
  return { text, integrity_flags: hidden.flags() }
}

/** Every later pass is recursive; a page nested deeper than any real one would exhaust the stack. */
function refuseDeepNesting(document: Document): void {
  let level = [...document.children]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.xmlDepth) throw corruptFile('its elements are nested too deep')
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
}
