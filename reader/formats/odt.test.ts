import { describe, expect, it } from 'vitest'
import { makeZip } from '../testing/make-zip.ts'
import { readHere } from '../testing/read-here.ts'

const odt = (body: string, styles = '', parts: Record<string, string> = {}) =>
  readHere(
    makeZip(
      {
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
        ...parts,
      },
      0,
    ),
  )
const style = (properties: string) =>
  `<style:style style:name="T1"><style:text-properties ${properties}/></style:style>`

describe('an ODT file', () => {
  it('is read with lists, tables, tabs and headers', async () => {
    const { text } = await odt(
      '<text:h>Ada<text:s/>Example</text:h><text:list><text:list-item><text:p>Go</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell><table:table-cell><text:p>Engineer</text:p></table:table-cell></table:table-row></table:table>',
      '',
      {
        'styles.xml':
          '<office:document-styles><style:master-page><style:header><text:p>ada@example.com</text:p></style:header></style:master-page></office:document-styles>',
      },
    )
    expect(text).toBe('ada@example.com\n\nAda Example\n• Go\n2019\tEngineer')
  })

  it.each([
    ['not displayed', style('text:display="none"')],
    ['white', style('fo:color="#ffffff"')],
    ['one point high', style('fo:font-size="1pt"')],
  ])('gives no credit to text that is %s', async (_, styles) => {
    const document = await odt(
      '<text:p>Ada <text:span text:style-name="T1">kubernetes</text:span>Example</text:p>',
      styles,
    )
    expect(document.text).toBe('Ada Example')
    expect(document.integrity_flags).toMatchObject([{ quote: 'kubernetes' }])
  })

  it('keeps white on dark', async () => {
    const document = await odt(
      '<text:p><text:span text:style-name="T1">Ada Example</text:span></text:p>',
      style('fo:color="#ffffff" fo:background-color="#102040"'),
    )
    expect(document).toMatchObject({ text: 'Ada Example', integrity_flags: [] })
  })

  it('with a password is refused as encrypted', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    await expect(odt('<text:p>x</text:p>', '', { 'META-INF/manifest.xml': manifest })).rejects.toMatchObject({
      code: 'encrypted_file',
    })
  })
})
