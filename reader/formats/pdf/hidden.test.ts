import { describe, expect, it } from 'vitest'
import { firstExtra, makePdf, rectangle, stream, text } from '../../testing/make-pdf.ts'
import { readHere } from '../../testing/read-here.ts'

const secret = 'kubernetes terraform golang'
const honest = text(72, 700, 'Ada Example, engineer in Bremen')
const transparent = '/ExtGState << /G0 << /ca 0 /CA 0 >> >>'

const hidden: [string, string, string?, string[]?][] = [
  ['white on white', text(72, 600, secret, { before: '1 1 1 rg' })],
  ['nearly white', text(72, 600, secret, { before: '0.98 0.98 0.98 rg' })],
  [
    'in the colour of the box behind it',
    rectangle(60, 590, 300, 30, '0.1 0.2 0.4') + text(72, 600, secret, { before: '0.1 0.2 0.4 rg' }),
  ],
  ['smaller than two points', text(72, 600, secret, { size: 1 })],
  ['scaled down to nothing', `BT /F1 10 Tf 0.1 0 0 0.1 72 600 Tm (${secret}) Tj ET`],
  ['in invisible mode', text(72, 600, secret, { before: '3 Tr' })],
  ['transparent', text(72, 600, secret, { before: '/G0 gs' }), transparent],
  ['outside the page', text(-400, 600, secret) + text(72, -50, secret)],
  ['cut off by clipping', `q 0 0 10 10 re W n ${text(72, 600, secret)} Q`],
  ['covered by a box', text(72, 600, secret) + rectangle(60, 590, 300, 30, '1 1 1')],
  ['squeezed to a line', `BT /F1 11 Tf 1 Tz 1 0 0 1 72 600 Tm (${secret}) Tj ET`],
  [
    'in a form that is clipped away',
    `q 0 0 5 5 re W n /X0 Do Q`,
    `/XObject << /X0 ${firstExtra} 0 R >>`,
    [
      stream(
        '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>',
        text(72, 600, secret),
      ),
    ],
  ],
]

describe('hidden text in a PDF', () => {
  it.each(hidden)('brings nothing and is reported: %s', async (_, content, resources = '', extras = []) => {
    const document = await readHere(makePdf([{ content: honest + content, resources }], extras))
    expect(document.text).toBe('Ada Example, engineer in Bremen')
    expect(document.integrity_flags).toHaveLength(1)
    expect(document.integrity_flags[0]).toMatchObject({
      code: 'hidden_text',
      quote: expect.stringContaining('kubernetes'),
    })
    expect(document.integrity_flags[0]!.message).toMatch(/^Page 1: /)
  })

  const visible: [string, string, string?][] = [
    ['white on a dark box', rectangle(60, 590, 300, 30, '0.1 0.2 0.4') + text(72, 600, secret, { before: '1 1 1 rg' })],
    ['white on a dark page', rectangle(0, 0, 612, 690, '0 0 0') + text(72, 600, secret, { before: '1 1 1 rg' })],
    ['grey on white', text(72, 600, secret, { before: '0.6 0.6 0.6 rg' })],
    ['outlined', text(72, 600, secret, { before: '1 Tr' })],
    ['inside a clipping box', `q 60 590 300 30 re W n ${text(72, 600, secret)} Q\n`],
    ['small print', text(72, 600, secret, { size: 5 })],
    ['half transparent', text(72, 600, secret, { before: '/G5 gs' }), '/ExtGState << /G5 << /ca 0.5 >> >>'],
  ]

  it.each(visible)('is not what people can read: %s', async (_, content, resources = '') => {
    const document = await readHere(makePdf([{ content: content + honest, resources }]))
    expect(document.text).toContain(secret)
    expect(document.integrity_flags).toEqual([])
  })

  it('is a layer that is switched off', async () => {
    const content = `${honest}/OC /L0 BDC ${text(72, 600, secret)} EMC`
    const layer = '<< /Type /OCG /Name (notes) >>'
    const catalog = '/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>'
    const document = await readHere(
      makePdf([{ content, resources: '/Properties << /L0 5 0 R >>' }], [layer], '', catalog),
    )
    expect(document.text).toBe('Ada Example, engineer in Bremen')
    expect(document.integrity_flags).toMatchObject([{ quote: secret }])
  })

  it('is a replacement text that says more than what is drawn', async () => {
    const content = `/Span << /ActualText (${secret} rust haskell) >> BDC ${text(72, 600, 'o')} EMC`
    const document = await readHere(makePdf([{ content: honest + content }]))
    expect(document.text).not.toContain('kubernetes')
    expect(document.integrity_flags).toMatchObject([{ quote: `${secret} rust haskell` }])
  })

  it('is many letters that a font maps to one sign', async () => {
    const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <${Buffer.from('kubernetes', 'utf16le').swap16().toString('hex')}> endbfchar endcmap end`
    const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${firstExtra + 1} 0 R >>`
    const content = honest + text(72, 600, 'A', { font: 'F9' })
    const pdf = makePdf([{ content, entries: '' }], [font, stream('', map)]).toString('latin1')
    const document = await readHere(Buffer.from(pdf.replaceAll('/F2 4 0 R', `/F9 5 0 R`), 'latin1'))
    expect(document.text).not.toContain('kubernetes')
    expect(document.integrity_flags).toMatchObject([{ quote: 'kubernetes' }])
  })

  it('is not the part of a visible line that a page break cuts off', async () => {
    const line = 'State Board of Barbering, licence number 4711'
    const first = text(72, 30, line)
    const second = `q 0 0 612 780 re W n ${text(72, 783, line)} Q${text(72, 700, 'Skills')}`
    const document = await readHere(makePdf([{ content: first }, { content: second }]))
    expect(document.text).toBe(`${line}\n\nSkills`)
    expect(document.integrity_flags).toEqual([])
  })
})
