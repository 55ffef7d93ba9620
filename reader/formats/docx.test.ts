import { describe, expect, it } from 'vitest'
import { makeDocx, makeZip, paragraph } from '../testing/make-zip.ts'
import { readHere } from '../testing/read-here.ts'

const honest = paragraph('Ada Example')
const white = '<w:color w:val="FFFFFF"/>'
const secret = 'kubernetes terraform'

describe('a Word file', () => {
  it.each([
    ['hidden by its property', paragraph(secret, '<w:vanish/>')],
    ['hidden by its style', paragraph(secret, '', '<w:pStyle w:val="Secret"/>')],
    ['white on white', paragraph(secret, white)],
    [
      'in the colour of its shading',
      paragraph(secret, '<w:color w:val="102040"/><w:shd w:val="clear" w:fill="102040"/>'),
    ],
    ['one point high', paragraph(secret, '<w:sz w:val="2"/>')],
  ])('gives no credit to text %s', async (_, hidden) => {
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Secret"><w:basedOn w:val="Base"/></w:style></w:styles>'
    const document = await readHere(makeDocx(honest + hidden, { 'styles.xml': styles }))
    expect(document.text).toBe('Ada Example')
    expect(document.integrity_flags).toMatchObject([{ code: 'hidden_text', quote: secret }])
  })

  const cell = (content: string, fill: string) =>
    `<w:tc><w:tcPr><w:shd w:val="clear" w:fill="${fill}"/></w:tcPr>${content}</w:tc>`
  it.each([
    ['white in a dark cell', `<w:tbl><w:tr>${cell(paragraph(secret, white), '203864')}</w:tr></w:tbl>`],
    ['white under a dark highlight', paragraph(secret, `${white}<w:highlight w:val="darkBlue"/>`)],
    ['with the hidden property switched off', paragraph(secret, '<w:vanish w:val="0"/>')],
    [
      'white in a table whose style shades it',
      `<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr><w:tr><w:tc>${paragraph(secret, white)}</w:tc></w:tr></w:tbl>`,
    ],
  ])('reads text %s', async (_, visible) => {
    const styles =
      '<w:styles><w:style w:type="table" w:styleId="Dark"><w:tcPr><w:shd w:val="clear" w:fill="203864"/></w:tcPr></w:style></w:styles>'
    const document = await readHere(makeDocx(honest + visible, { 'styles.xml': styles }))
    expect(document.text).toContain(secret)
    expect(document.integrity_flags).toEqual([])
  })

  it('reads headers, text boxes once, tables, bullets, breaks and footnotes in order', async () => {
    const box = (tag: string) =>
      `<mc:${tag}><w:pict><w:txbxContent>${paragraph('In a box')}</w:txbxContent></w:pict></mc:${tag}>`
    const body =
      honest +
      `<w:p><w:r><mc:AlternateContent>${box('Choice')}${box('Fallback')}</mc:AlternateContent></w:r></w:p>` +
      paragraph('Go', '', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
      `<w:tbl><w:tr><w:tc>${paragraph('2019')}</w:tc><w:tc>${paragraph('Engineer')}</w:tc></w:tr></w:tbl>` +
      '<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>' +
      '<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/></w:sectPr>'
    const document = await readHere(
      makeDocx(body, {
        'header1.xml': `<w:hdr>${paragraph('ada@example.com')}</w:hdr>`,
        'header2.xml': `<w:hdr>${paragraph('never shown: no title page')}</w:hdr>`,
        'footnotes.xml': `<w:footnotes><w:footnote>${paragraph('A note')}</w:footnote></w:footnotes>`,
        'numbering.xml':
          '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>',
        '_rels/document.xml.rels':
          '<Relationships><Relationship Id="h1" Target="header1.xml"/><Relationship Id="h2" Target="header2.xml"/></Relationships>',
      }),
    )
    expect(document.text).toBe('ada@example.com\n\nAda Example\n\nIn a box\n• Go\n2019\tEngineer\none\ntwo\n\nA note')
  })

  it('that declares a document type is refused: no entity is ever expanded', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
    await expect(readHere(makeZip({ 'word/document.xml': bomb }))).rejects.toMatchObject({ code: 'corrupt_file' })
  })

  it.each([
    ['one part unpacks to 30 MB', { 'word/document.xml': Buffer.alloc(30 * 1024 * 1024, 0x20) }],
    ['a part is packed a thousandfold', { 'word/document.xml': Buffer.alloc(5 * 1024 * 1024, 0x20) }],
    ['it has 3,000 parts', Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`word/document${i}.xml`, 'x']))],
  ])('is refused as too large when %s', async (_, files) => {
    await expect(readHere(makeZip(files as Record<string, Uint8Array>))).rejects.toMatchObject({
      code: 'file_too_large',
    })
  })

  it('whose header lies about the size never unpacks to more than it says', async () => {
    const bytes = makeZip({
      'word/document.xml': `<w:document><w:body>${'<w:p/>'.repeat(1_000_000)}</w:body></w:document>`,
    })
    const size = bytes.readUInt32LE(bytes.indexOf('PK\x01\x02') + 24)
    expect(size).toBeGreaterThan(5_000_000)
    bytes.writeUInt32LE(1000, bytes.indexOf('PK\x01\x02') + 24)
    await expect(readHere(bytes)).rejects.toMatchObject({ code: expect.stringMatching(/corrupt_file|empty_document/) })
  })

  it('with elements nested ten thousand deep is refused', async () => {
    const body = '<w:sdt>'.repeat(10_000)
    await expect(readHere(makeDocx(body))).rejects.toMatchObject({ code: 'corrupt_file' })
  })

  it('that breaks off in the middle gives what came before, with a warning', async () => {
    const xml = `<w:document><w:body>${honest}<w:p><w:r><w:t>Engin`
    const document = await readHere(makeZip({ 'word/document.xml': xml }))
    expect(document).toMatchObject({ text: 'Ada Example\nEngin', warnings: [{ code: 'part_damaged' }] })
  })

  it('with a damaged header beside a good body keeps the body and warns', async () => {
    const bytes = makeDocx(honest, { 'styles.xml': `<w:styles>${'<w:style/>'.repeat(99)}</w:styles>` })
    const name = bytes.indexOf('word/styles.xml')
    bytes.fill(0xff, name + 'word/styles.xml'.length, name + 'word/styles.xml'.length + 20)
    await expect(readHere(bytes)).resolves.toMatchObject({ text: 'Ada Example', warnings: [{ code: 'part_damaged' }] })
  })
})
