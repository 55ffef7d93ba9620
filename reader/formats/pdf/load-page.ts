import type { Pdfium } from './pdfium.ts'

const freeText = 3
const widget = 20
const annotationsMax = 2000

/** True when the page has typed comments or form fields, whose text PDFium keeps apart from the page's. */
function hasTypedText(pdfium: Pdfium, page: number): boolean {
  const count = Math.min(pdfium._FPDFPage_GetAnnotCount(page), annotationsMax)
  for (let i = 0; i < count; i++) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, i)
    const subtype = pdfium._FPDFAnnot_GetSubtype(annotation)
    pdfium._FPDFPage_CloseAnnot(annotation)
    if (subtype === freeText || subtype === widget) return true
  }
  return false
}

/** Loads a page (0 when it is damaged) with typed comments and filled form fields made part of it. */
export function loadPage(pdfium: Pdfium, document: number, index: number): number {
  const page = pdfium._FPDF_LoadPage(document, index)
  if (page === 0 || !hasTypedText(pdfium, page)) return page
  pdfium._FPDFPage_Flatten(page, 0)
  // The merged content shows only in a page loaded anew.
  pdfium._FPDF_ClosePage(page)
  return pdfium._FPDF_LoadPage(document, index)
}
