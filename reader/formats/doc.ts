import WordExtractor from 'word-extractor'
import { corruptFile, encryptedFile, unsupportedFileType } from '../errors.ts'
import type { FormatResult } from '../format-reader.ts'

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

/** Word documents of 97 to 2003. */
export async function readDoc(bytes: Uint8Array): Promise<FormatResult> {
  if (hasStream(bytes, 'EncryptedPackage')) throw encryptedFile()
  if (isEncrypted(bytes)) throw encryptedFile()
  if (!hasStream(bytes, 'WordDocument')) throw unsupportedFileType('This kind of Office file')
  const document = await new WordExtractor().extract(Buffer.from(bytes)).catch((error: unknown) => {
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
  return { text: texts.filter((text) => text.trim() !== '').join('\n\n') }
}
