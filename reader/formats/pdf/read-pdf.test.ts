import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { firstExtra, lines, makePdf, stream, text } from '../../testing/make-pdf.ts'
import { readHere } from '../../testing/read-here.ts'

const page = { content: text(72, 700, 'Ada Example') }

describe('a PDF', () => {
  it('with a password is refused as encrypted', async () => {
    const key = 'x'.repeat(32)
    const trailer = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O (${key}) /U (${key}) /P -4 >>`
    await expect(readHere(makePdf([page], [], trailer))).rejects.toMatchObject({ code: 'encrypted_file' })
  })

  it('that is cut off is refused as corrupt', async () => {
    const whole = makePdf([page])
    await expect(readHere(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'corrupt_file' })
  })

  it('whose cross-reference table is wrong is repaired', async () => {
    const whole = makePdf([page]).toString('latin1')
    const moved = whole.replace('%PDF-1.7', '%PDF-1.7\n% a line that moves every offset')
    await expect(readHere(Buffer.from(moved, 'latin1'))).resolves.toMatchObject({ text: 'Ada Example' })
  })

  it('of nothing but its header is refused as corrupt', async () => {
    await expect(readHere(Buffer.from('%PDF-1.7\n'))).rejects.toMatchObject({ code: 'corrupt_file' })
  })

  it('with a damaged page beside good ones keeps the good ones and warns', async () => {
    const whole = makePdf([page, page, { content: text(72, 700, 'Skills') }]).toString('latin1')
    // The second page object becomes a number, of the same length so that all offsets hold.
    const kid = firstExtra + 2
    const start = whole.indexOf(`\n${kid} 0 obj\n`) + `\n${kid} 0 obj\n`.length
    const end = whole.indexOf('\nendobj', start)
    const damaged = `${whole.slice(0, start)}${'7'.padEnd(end - start)}${whole.slice(end)}`
    const document = await readHere(Buffer.from(damaged, 'latin1'))
    expect(document.text).toBe('Ada Example\n\nSkills')
    expect(document.warnings).toMatchObject([{ code: 'page_damaged', message: expect.stringContaining('Page 2') }])
  })

  it('of 10,000 pages is read for its first 50 and warns', async () => {
    const pages = Array.from({ length: 10_000 }, (_, i) => ({ content: text(72, 700, `Page body ${i + 1}x`) }))
    const document = await readHere(makePdf(pages))
    expect(document).toMatchObject({ pages: 10_000, warnings: [{ code: 'pages_skipped' }] })
    expect(document.text).toContain('body 50x')
    expect(document.text).not.toContain('body 51x')
  })

  it('with a stream that unpacks to more than 75 MB is refused, also when it is packed twice', async () => {
    const bomb = deflateSync(Buffer.alloc(80_000_000, 0x20))
    const twice = deflateSync(bomb)
    expect(twice.length).toBeLessThan(1000)
    const pack = (filter: string, data: Uint8Array) => makePdf([page], [stream(`/Filter ${filter}`, data)])
    await expect(readHere(pack('/FlateDecode', bomb))).rejects.toMatchObject({ code: 'file_too_large' })
    await expect(readHere(pack('[/FlateDecode /FlateDecode]', twice))).rejects.toMatchObject({ code: 'file_too_large' })
  }, 20_000)

  it('with a picture of billions of pixels is refused before it is drawn', async () => {
    const image = stream(
      '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>',
      Buffer.alloc(1000, 0x81),
    )
    const scan = { content: 'q 612 0 0 792 0 0 cm /Im0 Do Q', resources: `/XObject << /Im0 ${firstExtra} 0 R >>` }
    await expect(readHere(makePdf([scan], [image]))).rejects.toMatchObject({ code: 'file_too_large' })
  })

  it('without any text or picture is empty', async () => {
    await expect(readHere(makePdf([{ content: '' }]))).rejects.toMatchObject({ code: 'empty_document' })
  })

  it('gives the same text every time', async () => {
    const pdf = makePdf([{ content: lines(72, 700, ['one two', 'three four', '', 'five']) }])
    const texts = await Promise.all([1, 2, 3].map(async () => (await readHere(pdf)).text))
    expect(new Set(texts).size).toBe(1)
  })

  it('reads what was typed into its form fields', async () => {
    const appearance = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F1 3 0 R >> >>',
      text(2, 5, 'Typed by the applicant'),
    )
    const field = `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /F 4 /Rect [72 600 372 620] /AP << /N ${firstExtra} 0 R >> >>`
    const document = await readHere(
      makePdf([{ ...page, entries: `/Annots [${firstExtra + 1} 0 R]` }], [appearance, field]),
    )
    expect(document.text).toBe('Ada Example\n\nTyped by the applicant')
  })
})
