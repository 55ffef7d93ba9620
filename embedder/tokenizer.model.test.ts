import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { listModelFiles } from './index.ts'
import { createEncoder, type Encoder } from './tokenizer.ts'

let encoder: Encoder
beforeAll(async () => {
  const file = (await listModelFiles()).find((path) => path.endsWith('tokenizer.json'))!
  encoder = createEncoder(readFileSync(file, 'utf8'))
})
const [CLS, SEP] = [101, 102]

describe('tokenizer', () => {
  it('puts a text between [CLS] and [SEP], without padding', () => {
    expect(encoder.line('Hello world')).toEqual([CLS, 7592, 2088, SEP])
    expect(encoder.line('')).toEqual([CLS, SEP])
  })

  it('cuts a line after 256 tokens', () => {
    const ids = encoder.line('word '.repeat(1_000))
    expect(ids).toHaveLength(256)
    expect(ids.at(-1)).toBe(SEP)
  })

  it('gives the chunks of a long text all its tokens, in order', () => {
    const words = Array.from({ length: 3_000 }, (_, i) => ['built', 'react', 'apps', 'naïve'][i % 4]!)
    const chunks = encoder.chunks(words.join(' '))
    expect(chunks.every((ids) => ids.length <= 256 && ids[0] === CLS && ids.at(-1) === SEP)).toBe(true)
    const whole = words.flatMap((word) => encoder.line(word).slice(1, -1))
    expect(chunks.flatMap((ids) => ids.slice(1, -1))).toEqual(whole)
  })

  it('gives a text without tokens one empty chunk', () => {
    expect(encoder.chunks(' \n ')).toEqual([[CLS, SEP]])
  })

  it.each([
    ['one character', 'a'],
    ['combining marks', '\u0301\u0327'],
    ['brackets', '['],
    ['emoji', '👩‍💻'],
    ['Chinese', '漢'],
    ['long words', `${'qzx'.repeat(33)} `],
  ])('reads a line of 200,000 characters of %s without reading it all', (_name, unit) => {
    const text = unit.repeat(200_000 / unit.length)
    // Tokenized whole, the worst of these takes many seconds; the limit is far above what a slow machine needs.
    const started = performance.now()
    expect(encoder.line(text).length).toBeLessThanOrEqual(256)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
