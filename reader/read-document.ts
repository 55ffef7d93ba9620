import { cleanText } from './clean-text.ts'
import { emptyDocument } from './errors.ts'
import type { FormatContext, FormatReader } from './format-reader.ts'
import { HiddenText } from './hidden-text.ts'
import { limits } from './limits.ts'
import { sniff } from './sniff.ts'
import type { DocumentKind, ReadDocument } from './types.ts'

const readImage = async (): Promise<FormatReader> => (await import('./formats/image.ts')).readImage

/** Every format's reader, loaded when the first such document comes, so that a child starts fast. */
const registry: Record<DocumentKind, () => Promise<FormatReader>> = {
  pdf: async () => (await import('./formats/pdf/read-pdf.ts')).readPdf,
  docx: async () => (await import('./formats/docx.ts')).readDocx,
  doc: async () => (await import('./formats/doc.ts')).readDoc,
  rtf: async () => (await import('./formats/rtf.ts')).readRtf,
  odt: async () => (await import('./formats/odt.ts')).readOdt,
  html: async () => (await import('./formats/html.ts')).readHtml,
  text: async () => (await import('./formats/text.ts')).readText,
  png: readImage,
  jpeg: readImage,
  tiff: readImage,
}

/** Reads one document in this process, without any sandbox: for the child, and for tests of trusted files. Throws `ReadError`. */
export async function readDocument(bytes: Uint8Array, context: FormatContext): Promise<ReadDocument> {
  const kind = sniff(bytes)
  const read = await registry[kind]()
  const result = await read(bytes, context)
  const unseen = new HiddenText()
  const { text, isTruncated } = cleanText(result.text, unseen)
  const warnings = [...(result.warnings ?? [])]
  if (isTruncated)
    warnings.push({
      code: 'text_truncated',
      message: `Only the first ${limits.textCharacters} characters were kept.`,
    })
  const flags = [...(result.integrity_flags ?? []), ...unseen.flags()]
  // A page of nothing but hidden text is still worth its flags.
  if (text === '' && flags.length === 0) throw emptyDocument()
  return {
    text,
    kind,
    ...(result.pages === undefined ? {} : { pages: result.pages }),
    used_ocr: result.used_ocr ?? false,
    warnings,
    integrity_flags: flags,
  }
}
