import { expect, it } from 'vitest'
import { deedsOf, names } from './deeds.ts'

const line = (text: string, section = 'experience') => ({ text, plain: text.replace(/\s+/g, ' '), section })
const quotes = (...texts: string[]) => deedsOf(texts.map((text) => line(text))).map(({ quote }) => quote)

it.each([
  ['Cut food cost from 34% to 28% in one season.', 'Cut food cost from 34% to 28% in one season'],
  ['• Trained six new line cooks', 'Trained six new line cooks'],
  [
    'Drafted motions to dismiss and for summary judgment, which two federal courts granted in full in their decisions.',
    'Drafted motions to dismiss and for summary judgment',
  ],
  [
    'Review general ledger and make all correcting journal entries Support month-end',
    'Review general ledger and make all correcting journal entries',
  ],
])('quotes what was done, word for word, where it can stand by itself: %s', (text, quote) => {
  expect(quotes(text)).toEqual([quote])
})

it.each([
  'Microsoft Office, Excel, Word, PowerPoint',
  'Registered Nurse, Night Shift',
  'Experienced professional seeking a challenging position',
  'Recruiting, and expense management',
  'Learning Theory Articulate Storyline Suite',
  'Worked with Mrs Miller at 12 Oak Street',
  'Married, two children, enjoy cooking for my family',
])('passes over lists, headings, self-praise and personal matters: %s', (text) => {
  expect(quotes(text)).toEqual([])
})

it('reads only sections that tell of work', () => {
  expect(deedsOf([line('Built a payment service in Go', 'skills')])).toEqual([])
})

it('finds names as whole words, whatever their case', () => {
  expect(names('Moved it to postgresql.', ['PostgreSQL'])).toBe(true)
  expect(names('Wrote JavaScript', ['Java'])).toBe(false)
  expect(names('C++ and C#', ['C'])).toBe(false)
})

it('reads the sentences of a paragraph, and the whole of a resume without headings', () => {
  const paragraph =
    'Night trunks to supermarkets. Drove 310,000 miles without an accident. Reported a cracked fifth wheel that three'
  expect(quotes(paragraph)).toEqual(['Drove 310,000 miles without an accident'])
  expect(deedsOf([line('Passed every weld test since 2020', 'summary'), line('MIG, TIG', 'skills')])).toEqual([])
  expect(deedsOf([line('Passed every weld test at the first try', 'summary')])).toHaveLength(1)
  expect(deedsOf([line('Passed every test', 'summary'), line('Ran the shear for two shops')])).toHaveLength(1)
})

it.each(['a. ', 'Built ', '. . . ', 'Built x, y and z; ', ' ', 'from 1 to ', '“a” '])(
  'stays linear on 200 kB of "%s"',
  (piece) => {
    const time = (length: number): number => {
      const started = performance.now()
      deedsOf([line(piece.repeat(Math.floor(length / piece.length)))])
      return performance.now() - started
    }
    time(2_000)
    expect(time(200_000)).toBeLessThan(1_500)
  },
)
