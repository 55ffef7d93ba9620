import { describe, expect, it } from 'vitest'
import { createEmbedder } from './embedder.ts'
import { EmbedderError } from './errors.ts'

/** An embedder whose pool gives each text the vector [its length] and keeps what it was asked. */
function fakeEmbedder(cacheEntries = 100) {
  const asked: string[] = []
  const embedder = createEmbedder(
    {
      run: async ({ texts }) => {
        asked.push(...texts)
        await new Promise(setImmediate)
        return texts.map((text) => new Float32Array([text.length]))
      },
      close: async () => {},
    },
    { threads: 1, cacheEntries },
  )
  return { embedder, asked }
}
const numbered = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`)

describe('embedder', () => {
  it('gives the vectors in the order of the texts', async () => {
    const { embedder } = fakeEmbedder()
    const texts = ['ccc', 'a', 'bb', 'a', '']
    expect((await embedder.embed(texts)).map(([x]) => x)).toEqual([3, 1, 2, 1, 0])
    expect(await embedder.embed([])).toEqual([])
  })

  it('computes a text once, within a call, between calls at the same time and later', async () => {
    const { embedder, asked } = fakeEmbedder()
    await Promise.all([embedder.embed(['a', 'a', 'b']), embedder.embed(['b'])])
    expect(embedder.stats()).toEqual({ lines_embedded: 2, cache_hits: 2, queue: 0 })
    await embedder.embed(['a', 'b'])
    expect(embedder.stats()).toEqual({ lines_embedded: 2, cache_hits: 4, queue: 0 })
    expect(asked).toEqual(['a', 'b'])
  })

  it('forgets the vector that was not used for longest', async () => {
    const { embedder, asked } = fakeEmbedder(2)
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) await embedder.embed([text])
    expect(asked).toEqual(['a', 'b', 'c', 'b'])
  })

  it('gives every caller vectors of his own to change', async () => {
    const { embedder } = fakeEmbedder()
    const [first, twin] = await embedder.embed(['abc', 'abc'])
    first!.fill(0)
    expect(twin).toEqual(new Float32Array([3]))
    expect(await embedder.embed(['abc'])).toEqual([new Float32Array([3])])
  })

  it('reads a lone surrogate as the replacement character', async () => {
    const { embedder, asked } = fakeEmbedder()
    await embedder.embed(['led \ud800', 'led \ufffd'])
    await embedder.embedLong('\udc00')
    expect(asked).toEqual(['led \ufffd', '\ufffd'])
  })

  it('stops computing what an aborted request asked for, and goes on for others', async () => {
    const { embedder, asked } = fakeEmbedder()
    const controller = new AbortController()
    const texts = numbered(500)
    const long = embedder.embed(texts, { signal: controller.signal })
    const shared = embedder.embed(texts.slice(-2))
    const reason = new Error('the client hung up')
    controller.abort(reason)
    await expect(long).rejects.toBe(reason)
    await shared
    expect(asked.length).toBeLessThan(20)
    expect(embedder.stats().queue).toBe(0)
    await expect(embedder.embed(['x'], { signal: controller.signal })).rejects.toBe(reason)
    expect(await embedder.embed(texts.slice(100, 101))).toHaveLength(1)
  })

  it('rejects what waits when it closes, and every later call, even for a text it knows', async () => {
    const { embedder } = fakeEmbedder()
    await embedder.embed(['known'])
    const waiting = embedder.embed(numbered(100))
    const rejected = expect(waiting).rejects.toThrow(EmbedderError)
    await embedder.close()
    await rejected
    await expect(embedder.embed(['known'])).rejects.toThrow('the embedder was closed')
    await expect(embedder.embedLong('x')).rejects.toThrow('the embedder was closed')
  })

  it('passes on the error of a batch and computes its texts anew for the next caller', async () => {
    let isBroken = true
    const embedder = createEmbedder(
      {
        run: async ({ texts }) => {
          if (isBroken) throw new EmbedderError('broken')
          return texts.map(() => new Float32Array(1))
        },
        close: async () => {},
      },
      { threads: 1, cacheEntries: 10 },
    )
    await expect(embedder.embed(['a'])).rejects.toThrow('broken')
    isBroken = false
    expect(await embedder.embed(['a'])).toHaveLength(1)
  })
})
