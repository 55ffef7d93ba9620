import { corruptFile, encryptedFile } from '../../errors.ts'
import type { FormatContext, FormatResult } from '../../format-reader.ts'
import { HiddenText } from '../../hidden-text.ts'
import { limits } from '../../limits.ts'
import type { ReadWarning } from '../../types.ts'
import { refuseStreamBombs } from './decoded-size.ts'
import { joinHyphenated } from './hyphenation.ts'
import { openLigatures } from './ligatures.ts'
import { loadPage } from './load-page.ts'
import { loadPdfium, type Pdfium } from './pdfium.ts'
import { type Page, type PdfContext, readPage } from './read-page.ts'
import { dropRepeatedLines } from './running-headers.ts'

/** `FPDF_GetLastError` values for a document that needs a password or an unknown security handler. */
const passwordErrors = new Set([4, 5])

/** Runs `use` with the opened document. Throws `encrypted_file` and `corrupt_file`. */
async function withDocument<T>(pdfium: Pdfium, bytes: Uint8Array, use: (document: number) => Promise<T>): Promise<T> {
  const address = pdfium.wasmExports.malloc(bytes.length)
  try {
    pdfium.HEAPU8.set(bytes, address)
    const document = pdfium._FPDF_LoadMemDocument(address, bytes.length, 0)
    if (document === 0)
      throw passwordErrors.has(pdfium._FPDF_GetLastError()) ? encryptedFile() : corruptFile('it is no complete PDF')
    try {
      return await use(document)
    } finally {
      pdfium._FPDF_CloseDocument(document)
    }
  } finally {
    pdfium.wasmExports.free(address)
  }
}

/** PDF, with or without a text layer: what a person sees, in reading order. */
export async function readPdf(bytes: Uint8Array, context: FormatContext): Promise<FormatResult> {
  refuseStreamBombs(bytes)
  const pdfium = await loadPdfium()
  return await withDocument(pdfium, bytes, async (document) => {
    const count = pdfium._FPDF_GetPageCount(document)
    if (count === 0) throw corruptFile('it has no pages')
    const hidden = new HiddenText()
    const shared: PdfContext = { hidden, ligatureAt: openLigatures(bytes), startOcrPage: () => context.startOcrPage() }
    const pages: Page[] = []
    const damaged: number[] = []
    let recognized = 0
    let missed = 0
    for (let index = 0; index < Math.min(count, limits.pdfPages); index++) {
      const page = loadPage(pdfium, document, index)
      if (page === 0) {
        damaged.push(index + 1)
        continue
      }
      try {
        const read = await readPage(pdfium, page, index + 1, shared, recognized < limits.ocrPages)
        pages.push(read)
        if (read.usedOcr) recognized += 1
        if (read.missedOcr) missed += 1
      } finally {
        pdfium._FPDF_ClosePage(page)
      }
    }
    if (pages.length === 0) throw corruptFile('none of its pages can be opened')
    const lines = dropRepeatedLines(pages).flatMap((page) => [...page.map((line) => line.text), ''])
    return {
      text: joinHyphenated(lines).join('\n'),
      pages: count,
      used_ocr: recognized > 0,
      warnings: [...warningsOf(count, damaged, missed), ...attachmentWarning(pdfium, document)],
      integrity_flags: hidden.flags(lines),
    }
  })
}

function warningsOf(count: number, damaged: number[], missedOcr: number): ReadWarning[] {
  const warnings: ReadWarning[] = []
  if (count > limits.pdfPages)
    warnings.push({ code: 'pages_skipped', message: `Only the first ${limits.pdfPages} of ${count} pages were read.` })
  if (damaged.length > 0)
    warnings.push({ code: 'page_damaged', message: `Page ${damaged.join(', ')} is damaged and was left out.` })
  if (missedOcr > 0)
    warnings.push({
      code: 'ocr_pages_skipped',
      message: `Text recognition is limited to ${limits.ocrPages} pages; ${missedOcr} more pages of images were left out.`,
    })
  return warnings
}

/** Files within the file are never opened. */
const attachmentWarning = (pdfium: Pdfium, document: number): ReadWarning[] =>
  pdfium._FPDFDoc_GetAttachmentCount(document) > 0
    ? [{ code: 'embedded_files_ignored', message: 'The PDF carries other files, which were not opened.' }]
    : []
