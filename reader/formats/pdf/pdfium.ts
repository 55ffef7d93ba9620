import { PDFiumModule } from '@hyzyla/pdfium'

/** The calls of PDFium's C interface that the reader uses; handles and buffers are addresses in its memory. */
export interface Pdfium {
  HEAPU8: Uint8Array
  HEAPU32: Uint32Array
  HEAPF32: Float32Array
  HEAPF64: Float64Array
  wasmExports: { malloc(bytes: number): number; free(address: number): void }
  _FPDF_InitLibrary(): void
  _FPDF_LoadMemDocument(data: number, size: number, password: number): number
  _FPDF_CloseDocument(document: number): void
  _FPDF_GetLastError(): number
  _FPDFDoc_GetAttachmentCount(document: number): number
  _FPDF_GetPageCount(document: number): number
  _FPDF_LoadPage(document: number, index: number): number
  _FPDF_ClosePage(page: number): void
  _FPDF_GetPageBoundingBox(page: number, rect: number): number
  _FPDFPage_GetRotation(page: number): number
  _FPDFPage_GetAnnotCount(page: number): number
  _FPDFPage_GetAnnot(page: number, index: number): number
  _FPDFPage_CloseAnnot(annotation: number): void
  _FPDFAnnot_GetSubtype(annotation: number): number
  _FPDFPage_Flatten(page: number, use: number): number
  _FPDFPage_CountObjects(page: number): number
  _FPDFPage_GetObject(page: number, index: number): number
  _FPDFFormObj_CountObjects(form: number): number
  _FPDFFormObj_GetObject(form: number, index: number): number
  _FPDFPageObj_GetType(object: number): number
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number
  _FPDFPageObj_GetClipPath(object: number): number
  _FPDFClipPath_CountPaths(clip: number): number
  _FPDFClipPath_CountPathSegments(clip: number, path: number): number
  _FPDFClipPath_GetPathSegment(clip: number, path: number, segment: number): number
  _FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number
  _FPDFPageObj_GetFillColor(object: number, r: number, g: number, b: number, a: number): number
  _FPDFPageObj_GetStrokeColor(object: number, r: number, g: number, b: number, a: number): number
  _FPDFPageObj_SetIsActive(object: number, isActive: number): number
  _FPDFPageObj_HasTransparency(object: number): number
  _FPDFPageObj_CountMarks(object: number): number
  _FPDFPageObj_GetMark(object: number, index: number): number
  _FPDFPageObjMark_GetName(mark: number, buffer: number, bytes: number, needed: number): number
  _FPDFPageObjMark_GetParamStringValue(mark: number, key: number, buffer: number, bytes: number, needed: number): number
  _FPDFPageObjMark_RemoveParam(object: number, mark: number, key: number): number
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number
  _FPDFTextObj_GetFontSize(text: number, size: number): number
  _FPDFImageObj_GetImagePixelSize(image: number, width: number, height: number): number
  _FPDFPath_GetDrawMode(path: number, fillMode: number, hasStroke: number): number
  _FPDFTextObj_GetFont(text: number): number
  _FPDFFont_GetBaseFontName(font: number, buffer: number, bytes: number): number
  _FPDFTextObj_GetTextRenderMode(text: number): number
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(textPage: number): void
  _FPDFText_CountChars(textPage: number): number
  _FPDFText_GetUnicode(textPage: number, index: number): number
  _FPDFText_IsGenerated(textPage: number, index: number): number
  _FPDFText_HasUnicodeMapError(textPage: number, index: number): number
  _FPDFText_GetFontSize(textPage: number, index: number): number
  _FPDFText_GetMatrix(textPage: number, index: number, matrix: number): number
  _FPDFText_GetLooseCharBox(textPage: number, index: number, rect: number): number
  _FPDFText_GetCharBox(textPage: number, index: number, l: number, r: number, b: number, t: number): number
  _FPDFText_GetCharOrigin(textPage: number, index: number, x: number, y: number): number
  _FPDFText_GetTextObject(textPage: number, index: number): number
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, scan: number, stride: number): number
  _FPDFBitmap_FillRect(bitmap: number, x: number, y: number, width: number, height: number, argb: number): void
  _FPDFBitmap_GetBuffer(bitmap: number): number
  _FPDFBitmap_GetStride(bitmap: number): number
  _FPDFBitmap_Destroy(bitmap: number): void
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void
}

let loaded: Promise<Pdfium> | undefined

/** PDFium, compiled once a process. */
export function loadPdfium(): Promise<Pdfium> {
  const load = async (): Promise<Pdfium> => {
    const module = (await PDFiumModule({} as never)) as unknown as Pdfium
    // The package's wrappers build two error messages a call, whether there is an error or not; the exports beneath
    // them take the same arguments at a fifth of the cost. Memory views stay the module's, which renews them.
    const pdfium: Pdfium = Object.create(module)
    for (const [name, call] of Object.entries(module.wasmExports))
      if (name.startsWith('FPDF')) Object.assign(pdfium, { [`_${name}`]: call })
    pdfium._FPDF_InitLibrary()
    return pdfium
  }
  loaded ??= load()
  return loaded
}

/** Runs `use` with a zeroed buffer in PDFium's memory. */
export function withBuffer<T>(pdfium: Pdfium, bytes: number, use: (address: number) => T): T {
  const address = pdfium.wasmExports.malloc(bytes)
  try {
    pdfium.HEAPU8.fill(0, address, address + bytes)
    return use(address)
  } finally {
    pdfium.wasmExports.free(address)
  }
}
