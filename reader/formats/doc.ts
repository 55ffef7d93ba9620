import { createRequire } from 'node:module'
import type WordExtractor from 'word-extractor'
import { corruptFile, encryptedFile, unsupportedFileType } from '../errors.ts'
import type { FormatResult } from '../format-reader.ts'
import { HiddenText } from '../hidden-text.ts'
import { hiddenRuns } from './doc/hidden-runs.ts'

/** Names in a compound file's directory are UTF-16. */
const hasStream = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'))

const sectorBytes = 512
/** First word of the Word stream (its file information block), which starts on a sector. */
const fibMagic = 0xa5ec
const flagsOffset = 0x0a
const encryptedFlag = 0x0100

/** Word 97 marks a document with a password in the flags of its information block. */
function isEncrypted(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = sectorBytes; at + flagsOffset + 2 <= bytes.length; at += sectorBytes)
    if (view.getUint16(at, true) === fibMagic) return (view.getUint16(at + flagsOffset, true) & encryptedFlag) !== 0
  return false
}

/** A stretch of text as the library keeps it; positions are bytes of the Word stream. */
interface Piece {
  text: string
  startFilePos: number
  size: number
  /** Bytes of a character, 1 or 2. */
  bpc: number
}

/** What we use of the library's inner classes; its public class has no way to leave hidden text out. */
interface OleExtractor {
  _pieces: Piece[]
  writeCharacterProperties(word: Buffer, table: Buffer): void
  extract(reader: object): Promise<WordExtractor.Document>
}

const require = createRequire(import.meta.url)

/** Blanks the part of a piece that lies in a hidden run with characters that the library drops; returns it. */
function blank(piece: Piece, from: number, to: number): string {
  const start = Math.max(0, Math.ceil((from - piece.startFilePos) / piece.bpc))
  const end = Math.min(piece.text.length, Math.floor((to - piece.startFilePos) / piece.bpc))
  if (start >= end) return ''
  const hidden = piece.text.slice(start, end)
  piece.text = piece.text.slice(0, start) + '\0'.repeat(end - start) + piece.text.slice(end)
  return hidden
}

function extract(bytes: Uint8Array, hidden: HiddenText): Promise<WordExtractor.Document> {
  const Base = require('word-extractor/lib/word-ole-extractor') as new () => OleExtractor
  const BufferReader = require('word-extractor/lib/buffer-reader') as new (buffer: Buffer) => object
  class SeenTextExtractor extends Base {
    override writeCharacterProperties(word: Buffer, table: Buffer): void {
      for (const { from, to, reason } of hiddenRuns(word, table))
        for (const piece of this._pieces) hidden.addPiece(reason, blank(piece, from, to))
      super.writeCharacterProperties(word, table)
    }
  }
  return new SeenTextExtractor().extract(new BufferReader(Buffer.from(bytes)))
}

/** Word documents of 97 to 2003. */
export async function readDoc(bytes: Uint8Array): Promise<FormatResult> {
  if (hasStream(bytes, 'EncryptedPackage')) throw encryptedFile()
  if (isEncrypted(bytes)) throw encryptedFile()
  if (!hasStream(bytes, 'WordDocument')) throw unsupportedFileType('This kind of Office file')
  const hidden = new HiddenText()
  const document = await extract(bytes, hidden).catch((error: unknown) => {
    throw corruptFile('its Word content cannot be followed', error)
  })
  const texts = [
    document.getHeaders({ includeFooters: false }),
    document.getBody(),
    document.getTextboxes({ includeHeadersAndFooters: true, includeBody: true }),
    document.getFootnotes(),
    document.getEndnotes(),
    document.getFooters(),
  ]
  return { text: texts.filter((text) => text.trim() !== '').join('\n\n'), integrity_flags: hidden.flags() }
}
