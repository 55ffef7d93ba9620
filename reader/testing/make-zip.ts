import { strToU8, type Zippable, zipSync } from 'fflate'

/** A zip container; text becomes UTF-8. The first entry comes first in the file. */
export const makeZip = (files: Record<string, string | Uint8Array>, level: 0 | 9 = 9): Buffer => {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files))
    entries[name] = [typeof content === 'string' ? strToU8(content) : content, { level }]
  return Buffer.from(zipSync(entries, { mtime: new Date('2024-01-01T00:00:00Z') }))
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word file around the content of its body; `parts` adds or replaces parts of the `word/` folder. */
export const makeDocx = (body: string, parts: Record<string, string> = {}): Buffer =>
  makeZip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [`word/${name}`, xml.replace(/^<(\w+:\w+)/, `<$1 ${w}`)]),
    ),
  })

/** A paragraph of one run with the given run and paragraph properties. */
export const paragraph = (text: string, runProperties = '', paragraphProperties = ''): string =>
  `<w:p><w:pPr>${paragraphProperties}</w:pPr><w:r><w:rPr>${runProperties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
