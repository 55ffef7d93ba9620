import { afterEach, describe, expect, it } from 'vitest'
import type { Model } from './model.ts'
import { openPool, type Pool } from './pool.ts'

let pool: Pool
afterEach(() => pool.close())

/** A pool of one worker that ends on command; the starts of `failingStarts` (counted from 0) fail. */
function openMortalPool(failingStarts: number[] = []) {
  const model = { memory: new SharedArrayBuffer(8), failingStarts } as unknown as Model
  pool = openPool(model, 1, new URL('./fixtures/mortal-worker.ts', import.meta.url))
}
const run = (...texts: string[]) => pool.run({ texts, isLong: false })
const vectorOf = (length: number) => [new Float32Array([length])]

describe('worker pool', () => {
  it('replaces a worker that ended and answers every batch that it held', async () => {
    openMortalPool()
    const answers = await Promise.all([run('ends the worker once'), run('beside'), run('after')])
    expect(answers).toEqual([vectorOf(20), vectorOf(6), vectorOf(5)])
  })

  it('rejects only the batch that ends its worker twice', async () => {
    openMortalPool()
    const slow = run('slow')
    const deadly = run('ends every worker')
    const after = run('after')
    await expect(deadly).rejects.toThrow('ended twice on the same texts')
    expect(await Promise.all([slow, after])).toEqual([vectorOf(4), vectorOf(5)])
  })

  it('starts again when a replacement ends before it is ready', async () => {
    openMortalPool([0, 2])
    expect(await Promise.all([run('ends the worker once'), run('b')])).toEqual([vectorOf(20), vectorOf(1)])
  })

  it('rejects what waits with the reason when no worker starts, and tries again for the next batch', async () => {
    openMortalPool([0, 1, 2])
    await Promise.all(
      ['a', 'b'].map((text) => expect(run(text)).rejects.toThrow('the embedding workers do not start: no memory left')),
    )
    expect(await run('c')).toEqual(vectorOf(1))
  })

  it('passes on an error of the worker', async () => {
    openMortalPool()
    const error = await run('throws').catch((caught: unknown) => caught)
    expect(error).toMatchObject({ name: 'EmbedderError', cause: expect.stringContaining('cannot be read') })
  })

  it('rejects what waits when it closes', async () => {
    openMortalPool()
    const rejected = expect(run('a')).rejects.toThrow('the embedder was closed')
    await pool.close()
    await rejected
    await expect(run('b')).rejects.toThrow('the embedder was closed')
  })
})
