import { describe, expect, it } from 'vitest'
import { readHere } from '../testing/read-here.ts'

const rtf = (body: string) =>
  readHere(
    Buffer.from(
      `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset204 Arial;}}{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue128;}${body}}`,
      'latin1',
    ),
  )

describe('an RTF file', () => {
  it('is read with its characters, tabs and lines', async () => {
    const { text } = await rtf(
      "Ada \\'c4 \\u8364? \\f1\\'cf\\f0 \\emdash  x\\par{\\b Skills}\\tab Go\\line {\\*\\generator Word;}end{\\pict abcdef}",
    )
    expect(text).toBe('Ada Ä € П— x\nSkills\tGo\nend')
  })

  it.each([
    ['the hidden property', '{\\v kubernetes}'],
    ['white on white', '{\\cf1 kubernetes}'],
    ['a colour on the same colour', '{\\cf2\\highlight2 kubernetes}'],
    ['a size of one point', '{\\fs2 kubernetes}'],
  ])('reports text hidden by %s and gives no credit', async (_, hidden) => {
    const document = await rtf(`Ada ${hidden}Example`)
    expect(document.text).toBe('Ada Example')
    expect(document.integrity_flags).toMatchObject([{ quote: 'kubernetes' }])
  })

  it('keeps honest white on dark and skips deleted text', async () => {
    const document = await rtf('{\\cf1\\highlight2 Ada} {\\deleted gone}Example')
    expect(document).toMatchObject({ text: 'Ada Example', integrity_flags: [] })
  })

  it('nested ten thousand deep is refused', async () => {
    await expect(rtf('{'.repeat(10_000))).rejects.toMatchObject({ code: 'corrupt_file' })
  })

  it.each(['{', '}', '\\', "\\'", '\\u1?', '\\bin9', 'a{\\b}'])('stays fast on 200 kB of %j', async (piece) => {
    const start = performance.now()
    await rtf(piece.repeat(200_000 / piece.length)).catch(() => undefined)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
