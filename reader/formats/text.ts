import { unsupportedFileType } from '../errors.ts'
import type { FormatResult } from '../format-reader.ts'
import { decodeText } from './decode-text.ts'

/** Plain text and Markdown, as they are. */
export async function readText(bytes: Uint8Array): Promise<FormatResult> {
  const text = decodeText(bytes)
  if (text === undefined) throw unsupportedFileType('This kind of file')
  return { text }
}
