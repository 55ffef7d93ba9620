import { describe, expect, it } from 'vitest'
import { joinLines } from './join-lines.ts'

const prose =
  'Ran the night kitchen of a hotel with ninety rooms and planned menus for banquets of up to three hundred guests. Trained six apprentices in butchery, sauces and pastry, and kept food cost below thirty per cent in every quarter of the three years that I was there.'

function wrap(text: string, width: number): string {
  const rows = ['']
  for (const word of text.split(' ')) {
    if (rows.at(-1)!.length + word.length >= width) rows.push(word)
    else rows[rows.length - 1] = `${rows.at(-1)} ${word}`.trim()
  }
  return rows.join('\n')
}

describe('joinLines', () => {
  it('joins what the width of a page broke, and keeps every position', () => {
    const text = `Experience\n${wrap(prose, 50)}\n- Wrote rosters\n- Ordered stock`
    const joined = joinLines(text)
    expect(joined).toHaveLength(text.length)
    expect(joined.split('\n')).toEqual(['Experience', prose, '- Wrote rosters', '- Ordered stock'])
  })

  it('leaves the breaks of lists, headers and headings', () => {
    for (const text of [
      'Skills\nKnife work\nMenu planning\nHACCP',
      'Head Chef, Harbour Hotel, Leith, 2015 to 2019\nResponsible for the night kitchen',
      'planned menus for banquets of up to three hundred\ntrained six apprentices\nwrote rosters',
      'Planned menus for banquets of up to three hundred\nskills\nHACCP',
      'Wrote the rosters of a brigade of twenty-four people.\nsmall letters after a stop',
    ])
      expect(joinLines(text)).toBe(text)
  })

  it('takes the foot of a page out, also of a sentence that goes on behind it', () => {
    const lines = wrap(prose, 50).split('\n')
    const paged = [...lines.slice(0, 3), 'J. Doe - page 1 of 2', ...lines.slice(3), '2 / 2'].join('\n')
    expect(joinLines(paged).replace(/\s+/g, ' ').trim()).toBe(prose)
    expect(joinLines(paged).trim().split('\n')).toHaveLength(1)
  })

  it('stays linear on 200 kB of adversarial text', () => {
    for (const unit of ['a', 'page ', '\n', 'a\n', ', \n', `${'a'.repeat(60)}\n`, '1 of '])
      expect(joinLines(unit.repeat(200_000 / unit.length)).length).toBeGreaterThan(0)
  })
})
