import { describe, expect, it } from 'vitest'
import { readHere } from '../testing/read-here.ts'

const html = (body: string, head = '') =>
  readHere(Buffer.from(`<!DOCTYPE html><html><head><title>t</title>${head}</head><body>${body}</body></html>`))

describe('an HTML file', () => {
  it('is read as a browser shows it, without scripts or addresses of links', async () => {
    const { text } = await html(
      '<h1>Ada Example</h1><script>steal()</script><p>Engineer at <a href="https://x.example.com">Northwind</a><ul><li>Go<li>SQL</ul>',
    )
    expect(text).toBe('Ada Example\n\nEngineer at Northwind\n\n• Go\n• SQL')
  })

  it.each([
    ['display:none', '<p style="display:none">kubernetes</p>'],
    ['visibility', '<p style="visibility: hidden">kubernetes</p>'],
    ['the hidden attribute', '<p hidden>kubernetes</p>'],
    ['font size 0', '<span style="font-size:0">kubernetes</span>'],
    ['white on white', '<span style="color:#fff">kubernetes</span>'],
    ['a font tag', '<font color="white">kubernetes</font>'],
    ['opacity', '<span style="opacity:0">kubernetes</span>'],
    ['a place off the screen', '<div style="position:absolute; left:-9999px">kubernetes</div>'],
    ['a style sheet', '<div class="x"><b>kubernetes</b></div>', '<style>.x { display: none }</style>'],
    ['transparent colour', '<span style="color: rgba(0, 0, 0, 0)">kubernetes</span>'],
  ])('reports text hidden by %s and gives no credit', async (_, hidden, head = '') => {
    const document = await html(`<p>Ada Example</p>${hidden}`, head)
    expect(document.text).toBe('Ada Example')
    expect(document.integrity_flags).toMatchObject([{ quote: 'kubernetes' }])
  })

  it.each([
    ['white on dark', '<div style="background:#123"><p style="color:white">Ada Example</p></div>'],
    ['white on a picture', '<div style="background:url(x.png)"><p style="color:white">Ada Example</p></div>'],
    ['hidden in print only', '<p class="x">Ada Example</p><style>@media print { .x { display: none } }</style>'],
  ])('reads honest text %s', async (_, body) => {
    expect(await html(body)).toMatchObject({ text: 'Ada Example', integrity_flags: [] })
  })

  it('nested ten thousand deep is refused', async () => {
    await expect(html('<div>'.repeat(10_000))).rejects.toMatchObject({ code: 'corrupt_file' })
  })
})
