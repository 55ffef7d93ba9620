import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Embedder, EmbedderError, openEmbedder } from './index.ts'

const opened: Embedder[] = []
const open = async (options: Parameters<typeof openEmbedder>[0] = {}) => {
  const embedder = await openEmbedder({ threads: 1, ...options })
  opened.push(embedder)
  return embedder
}
let embedder: Embedder
beforeAll(async () => {
  embedder = await open()
})
afterAll(() => Promise.all(opened.map((each) => each.close())))

/** Projections on four vectors of signs and length 1: together they touch every number of a vector. */
const checksums = (vector: Float32Array) =>
  [0, 1, 2, 3].map((bit) => vector.reduce((sum, x, i) => sum + ((i >> bit) & 1 ? -x : x), 0) / Math.sqrt(vector.length))

// The right-hand sides come from a forward pass written separately, in double precision with NumPy, over the same
// weights, with the token ids of the reference tokenizer (tokenizers for Python).
const pinned: [string, string, number[], number[]][] = [
  [
    'English',
    'Led a team of five engineers building payment services in Java and Kotlin on AWS.',
    [-0.11329807, 0.07294549, -0.01968124, -0.04844419],
    [-0.04145661, 0.0168276, 0.00849035, -0.05152597],
  ],
  [
    'skill names',
    'C++, C#, .NET, Node.js, TypeScript (5+ yrs)',
    [-0.09709257, -0.04492453, 0.04360394, 0.02816501],
    [-0.07724038, -0.00699289, -0.02514234, -0.04330485],
  ],
  [
    'Japanese',
    '東京の銀行でソフトウェアエンジニアとして三年間働きました',
    [0.06236544, 0.08265009, 0.11653083, 0.02851724],
    [-0.04995201, -0.01600051, -0.08380844, 0.05490712],
  ],
  [
    'emoji',
    '🚀 Shipped 👩‍💻 features 🇩🇪',
    [-0.01774979, -0.02296414, 0.07999479, 0.02363103],
    [-0.00244583, -0.02508027, -0.03874355, 0.03610466],
  ],
  [
    'accents',
    'Développeur confirmé à Zürich – naïve façade',
    [0.00393449, 0.11853769, 0.05799908, -0.05174949],
    [-0.04442571, -0.05044454, 0.0011455, 0.03649041],
  ],
  [
    'Arabic',
    'مهندس برمجيات بخبرة خمس سنوات',
    [-0.02057494, 0.11731388, 0.00017066, -0.01047577],
    [-0.03421238, 0.01180175, -0.07050187, -0.03908743],
  ],
  [
    'the empty text',
    '',
    [-0.11881301, 0.0483154, -0.00265725, -0.01094953],
    [-0.05975821, -0.05568403, -0.10836697, -0.03203501],
  ],
  [
    '200 kB',
    'resume '.repeat(28_571),
    [-0.04075631, -0.05055993, -0.01963712, -0.01124624],
    [0.04875049, -0.01897025, -0.00544468, 0.07647238],
  ],
]

describe('vectors', () => {
  it.each(pinned)('are within 1e-6 of an independent implementation: %s', async (_name, text, first, sums) => {
    const [vector] = await embedder.embed([text])
    expect(vector).toHaveLength(384)
    const found = [...vector!.slice(0, 4), ...checksums(vector!)]
    for (const [i, expected] of [...first, ...sums].entries())
      expect(Math.abs(found[i]! - expected)).toBeLessThanOrEqual(1e-6)
  })

  it('have length 1', async () => {
    for (const vector of await embedder.embed(pinned.map(([, text]) => text)))
      expect(vector.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 5)
  })

  it('are the same bytes whatever the batch, the order, the threads and the cache', async () => {
    const texts = Array.from({ length: 24 }, (_, i) => `${'wrote a parser '.repeat(1 + (i % 7))}number ${i}`)
    const alone: Float32Array[] = []
    for (const text of texts) alone.push((await embedder.embed([text]))[0]!)
    const other = await open({ threads: 2 })
    const backwards = (await other.embed(texts.toReversed())).reverse()
    const cached = await other.embed(texts)
    expect(backwards).toEqual(alone)
    expect(cached).toEqual(alone)
  })

  it('of a long text are the mean of its chunks, read to the end', async () => {
    const short = 'Maintained the build servers'
    const [line] = await embedder.embed([short])
    const whole = await embedder.embedLong(short)
    expect(Math.max(...whole.map((x, i) => Math.abs(x - line![i]!)))).toBeLessThan(1e-6)
    const long = `${'Maintained the build servers. '.repeat(200)}`
    const withEnd = await embedder.embedLong(`${long}${'Taught children to swim. '.repeat(60)}`)
    expect(withEnd).not.toEqual(await embedder.embedLong(long))
    expect(withEnd.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 5)
  })
})

describe('embedder', () => {
  it('answers a request of 4 lines long before one of 1,000 lines that came first', async () => {
    const before = embedder.stats().lines_embedded
    const controller = new AbortController()
    const long = embedder.embed(
      Array.from({ length: 1_000 }, (_, i) => `wrote report ${i}`),
      { signal: controller.signal },
    )
    await embedder.embed(['four', 'lines', 'from', 'another caller'])
    expect(embedder.stats().lines_embedded - before).toBeLessThan(40)
    controller.abort()
    await expect(long).rejects.toThrow('aborted')
  })

  it('rejects what waits when it closes, and every later call', async () => {
    const own = await openEmbedder({ threads: 1 })
    const waiting = own.embed(Array.from({ length: 100 }, (_, i) => `line ${i}`))
    const long = own.embedLong('a long text')
    const rejected = [expect(waiting).rejects.toThrow(EmbedderError), expect(long).rejects.toThrow(EmbedderError)]
    await own.close()
    await Promise.all(rejected)
    await expect(own.embed(['x'])).rejects.toThrow('the embedder was closed')
    await expect(own.embedLong('x')).rejects.toThrow('the embedder was closed')
  })
})
