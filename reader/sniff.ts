import { unsupportedFileType } from './errors.ts'
import { decodeText } from './formats/decode-text.ts'
import type { DocumentKind } from './types.ts'

const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(0, Math.min(length, bytes.length - start))).toString(
    'latin1',
  )

/** Signatures of formats people send by mistake, so that the error can name them. */
const known: [string, string][] = [
  ['GIF8', 'A GIF image'],
  ['BM', 'A BMP image'],
  ['Rar!', 'A RAR archive'],
  ['7z\xbc\xaf', 'A 7z archive'],
  ['\x1f\x8b', 'A gzip archive'],
  ['\x7fELF', 'A program'],
  ['MZ', 'A program'],
  ['%!PS', 'A PostScript file'],
]

const zipKind = (bytes: Uint8Array): DocumentKind => {
  // An ODT starts with an uncompressed entry "mimetype"; a DOCX names its main part in the directory at the end.
  const head = ascii(bytes, 0, 200)
  if (head.includes('application/vnd.oasis.opendocument.text')) return 'odt'
  const names = ascii(bytes, 0, bytes.length)
  if (names.includes('word/document')) return 'docx'
  if (names.includes('xl/workbook')) throw unsupportedFileType('A spreadsheet')
  if (names.includes('ppt/presentation')) throw unsupportedFileType('A presentation')
  if (names.includes('META-INF/manifest.xml') && names.includes('content.xml')) return 'odt'
  throw unsupportedFileType('A zip archive')
}

/**
 * What the bytes are, whatever the name or the header said.
 * Throws `unsupported_file_type`, with the real type in the message where it is known.
 */
export function sniff(bytes: Uint8Array): DocumentKind {
  const head = ascii(bytes, 0, 1024)
  if (head.startsWith('PK\x03\x04')) return zipKind(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'doc'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff'
  if (/^(\xef\xbb\xbf)?\s{0,64}\{\\rtf/.test(head)) return 'rtf'
  // The PDF standard lets a reader look for the header within the first 1,024 bytes.
  if (head.includes('%PDF-')) return 'pdf'
  for (const [signature, name] of known) if (head.startsWith(signature)) throw unsupportedFileType(name)
  const text = decodeText(bytes.subarray(0, 64 * 1024))
  if (text === undefined) throw unsupportedFileType('This kind of file')
  const start = text.slice(0, 2048).trimStart().toLowerCase()
  if (/^(<\?xml[^>]{0,200}>\s{0,64})?(<!--[^>]{0,400}-->\s{0,64})?<(!doctype html|html|head|body)/.test(start))
    return 'html'
  if (start.startsWith('<') && /<(p|div|span|table|h1|h2|ul|br)[\s>/]/.test(start)) return 'html'
  return 'text'
}
