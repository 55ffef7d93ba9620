import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openReader } from './index.ts'
import { lines, makePdf, stream, text } from './testing/make-pdf.ts'
import { pictureOf, toPng } from './testing/make-picture.ts'
import { makeDocx, makeZip, paragraph } from './testing/make-zip.ts'

const reader = openReader({ processes: 1, maxFileBytes: 2_000_000 })
const folder = mkdtempSync(join(tmpdir(), 'reader-'))
afterAll(async () => {
  await reader.close()
  rmSync(folder, { recursive: true })
})

const words = [
  'Ada Example, backend engineer',
  'Built the order service for nine thousand requests',
  'Kubernetes and PostgreSQL since 2015',
]
const typed = makePdf([{ content: lines(72, 700, words, { size: 14, leading: 24 }) }])

/** A page that is one picture, with an invisible text layer over it. */
const scan = async (layer: string[]) => {
  const { width, height, pixels } = await pictureOf(typed, 150 / 72)
  const image = stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
    deflateSync(pixels),
  )
  const content = `q 612 0 0 792 0 0 cm /Im0 Do Q\nq 3 Tr ${lines(72, 700, layer, { size: 14, leading: 24 })} Q`
  return makePdf([{ content, resources: '/XObject << /Im0 5 0 R >>' }], [image])
}

describe('the reader', () => {
  it('reads a file by its path and by its bytes, whatever its name', async () => {
    const path = join(folder, 'resume.docx')
    writeFileSync(path, typed)
    const expected = {
      text: words.join('\n'),
      kind: 'pdf',
      pages: 1,
      used_ocr: false,
      warnings: [],
      integrity_flags: [],
    }
    await expect(reader.read({ path })).resolves.toEqual(expected)
    await expect(reader.read(typed, { name: 'resume.docx' })).resolves.toEqual(expected)
    await expect(reader.read(makeDocx(paragraph('Ada Example')))).resolves.toMatchObject({
      kind: 'docx',
      text: 'Ada Example',
    })
  })

  it.each([
    ['file_too_large', Buffer.alloc(2_000_001, 0x41)],
    ['empty_document', Buffer.alloc(0)],
    ['empty_document', Buffer.from('  \n ')],
    ['corrupt_file', typed.subarray(0, 300)],
    ['corrupt_file', Buffer.from('\x89PNG\r\n\x1a\nbroken', 'latin1')],
    ['unsupported_file_type', makeZip({ 'a.txt': 'x' })],
    [
      'encrypted_file',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
  ])('refuses with %s and never quotes the content', async (code, bytes) => {
    await expect(reader.read(bytes)).rejects.toMatchObject({
      name: 'ReadError',
      code,
      message: expect.not.stringContaining('AAAA'),
    })
  })

  it('never reads more of a file than its limit', async () => {
    const path = join(folder, 'large.txt')
    writeFileSync(path, Buffer.alloc(3_000_000, 0x41))
    await expect(reader.read({ path })).rejects.toMatchObject({ code: 'file_too_large' })
  })

  it('reads a picture of a page', async () => {
    const document = await reader.read(toPng(await pictureOf(typed, 150 / 72)))
    expect(document).toMatchObject({ kind: 'png', used_ocr: true, integrity_flags: [] })
    expect(document.text.replace(/\n+/g, '\n')).toBe(words.join('\n'))
  })

  it('refuses a picture of a billion pixels before decoding it', async () => {
    const png = toPng({ width: 10, height: 10, pixels: new Uint8Array(100) })
    png.writeUInt32BE(40_000, 16)
    png.writeUInt32BE(40_000, 20)
    await expect(reader.read(png)).rejects.toMatchObject({ code: 'file_too_large' })
  })

  it('reads a scan by recognition and trusts its text layer as far as the picture shows it', async () => {
    const document = await reader.read(await scan(words))
    expect(document).toMatchObject({ used_ocr: true, integrity_flags: [] })
    expect(document.text.replace(/\n+/g, '\n')).toBe(words.join('\n'))
  })

  it('reports what a scan shows to machines only', async () => {
    const stuffed = await reader.read(await scan([...words, 'terraform ansible golang rust expert']))
    expect(stuffed.text).not.toContain('terraform')
    expect(stuffed.integrity_flags).toMatchObject([
      { code: 'hidden_text', quote: 'terraform ansible golang rust expert' },
    ])
    const replaced = await reader.read(
      await scan(['Chief technology officer with thirty years', 'Managed budgets of four billion']),
    )
    expect(replaced.text).toContain('backend engineer')
    expect(replaced.integrity_flags).toMatchObject([{ quote: expect.stringContaining('Chief technology officer') }])
  })

  it('recognizes ten pages of a scan and warns about the rest', async () => {
    const { width, height, pixels } = await pictureOf(
      makePdf([{ content: text(72, 700, 'Ada Example', { size: 30 }) }]),
      40 / 72,
    )
    const image = stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      deflateSync(pixels),
    )
    const pages = Array.from({ length: 12 }, () => ({
      content: 'q 612 0 0 792 0 0 cm /Im0 Do Q',
      resources: '/XObject << /Im0 5 0 R >>',
    }))
    const document = await reader.read(makePdf(pages, [image]))
    expect(document).toMatchObject({ pages: 12, used_ocr: true, warnings: [{ code: 'ocr_pages_skipped' }] })
  })
})
