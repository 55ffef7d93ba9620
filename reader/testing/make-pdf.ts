/** One page of a made PDF: a content stream and what it needs. */
export interface MadePage {
  content: string
  /** Entries of the page dictionary beside the usual ones, such as `/Rotate 90`. */
  entries?: string
  /** Entries of the resources beside the fonts F1 (Helvetica) and F2 (Helvetica bold). */
  resources?: string
}

/** A stream object for `extras`. */
export const stream = (dictionary: string, data: string | Uint8Array): string => {
  const body = typeof data === 'string' ? data : Buffer.from(data).toString('latin1')
  return `<< ${dictionary} /Length ${body.length} >>\nstream\n${body}\nendstream`
}

/** Number of the first object of `extras`. */
export const firstExtra = 5

/**
 * A PDF written by hand, so that a test controls every operator. Letter size, coordinates from the lower left.
 * `extras` become objects from number `firstExtra` on; `trailer` and `catalog` add entries there.
 */
export function makePdf(pages: MadePage[], extras: string[] = [], trailer = '', catalog = ''): Buffer {
  const first = firstExtra + extras.length
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...extras,
    ...pages.flatMap(({ content, entries = '', resources = '' }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + i * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${resources} >> ${entries} >>`,
      stream('', content),
    ]),
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

const escapeString = (text: string): string => text.replace(/[\\()]/g, '\\$&')

/** Text at a place; `before` sets the colour or mode. */
export const text = (x: number, y: number, words: string, { size = 11, font = 'F1', before = '' } = {}): string =>
  `q ${before} BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escapeString(words)}) Tj ET Q\n`

/** Lines of text from the top down. */
export const lines = (
  x: number,
  y: number,
  rows: string[],
  options: { size?: number; leading?: number; font?: string } = {},
): string => rows.map((row, i) => (row === '' ? '' : text(x, y - i * (options.leading ?? 14), row, options))).join('')

/** A filled rectangle. */
export const rectangle = (x: number, y: number, width: number, height: number, colour: string): string =>
  `q ${colour} rg ${x} ${y} ${width} ${height} re f Q\n`
