/** How files begin when their bytes are taken for text, decoded as Latin-1 or as UTF-8, or sent as base64. */
const signatures: [RegExp, string][] = [
  [/^%PDF-|^JVBERi0/, 'a PDF file'],
  [/^PK\x03\x04|^UEsDBB/, 'a DOCX, ODT or ZIP file'],
  [/^\xd0\xcf\x11\xe0|^\ufffd\ufffd\x11\ufffd|^0M8R4KGx/, 'a DOC file'],
  [/^\{\\rtf/, 'an RTF file'],
  [/^[\x89\ufffd]PNG\r|^iVBORw0KGgo/, 'a PNG image'],
  [/^\xff\xd8\xff|^\ufffd{3,4}\x00\x10JFIF|^\/9j\/4/, 'a JPEG image'],
]
const charactersSeen = 200_000
const fewUnreadable = 8
const shareUnreadable = 0.2

/** What a text is that is no text, such as `a PDF file`; undefined for text. Stray NUL bytes in a text are not binary. */
export function binaryKind(text: string): string | undefined {
  const start = text.slice(0, 64).trimStart()
  for (const [signature, kind] of signatures) if (signature.test(start)) return kind
  const seen = Math.min(text.length, charactersSeen)
  let unreadable = 0
  for (let at = 0; at < seen; at++) if (isUnreadable(text.charCodeAt(at))) unreadable++
  return unreadable >= fewUnreadable && unreadable > seen * shareUnreadable ? 'binary data' : undefined
}

/** Control characters other than tab, line feed, form feed and return; what a decoder puts for bytes that it cannot read. */
const isUnreadable = (unit: number) =>
  (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0c && unit !== 0x0d) || unit === 0x7f || unit === 0xfffd
