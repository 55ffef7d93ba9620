import { describe, expect, it } from 'vitest'
import { FairQueue, Job } from './fair-queue.ts'

/** A queue of batches of 2 items and weight 10 that end only when the test says so. */
function manualQueue(slots = 1) {
  const batches: { items: string[]; finish: () => Promise<void>; fail: (error: Error) => void }[] = []
  const queue = new FairQueue<string, string>({
    slots,
    batchItems: 2,
    batchWeight: 10,
    weigh: (item) => item.length,
    run: (items) => {
      const { promise, resolve, reject } = Promise.withResolvers<string[]>()
      const finish = () => {
        resolve(items.map((item) => item.toUpperCase()))
        return new Promise<void>((done) => setImmediate(done))
      }
      batches.push({ items, finish, fail: reject })
      return promise
    },
  })
  const finishAll = async () => {
    for (let i = 0; i < batches.length; i++) await batches[i]!.finish()
    return batches.map((batch) => batch.items.join(''))
  }
  return { queue, batches, finishAll }
}
const jobs = (items: string) => [...items].map((item) => new Job<string, string>(item))

describe('fair queue', () => {
  it('gives each request one batch in turn', async () => {
    const { queue, finishAll } = manualQueue()
    const done = Promise.all([queue.request(jobs('abcdef')), queue.request(jobs('xyz')), queue.request(jobs('1'))])
    expect(await finishAll()).toEqual(['ab', 'cd', 'xy', '1', 'ef', 'z'])
    await done
  })

  it('runs as many batches at a time as it has slots', async () => {
    const { queue, batches, finishAll } = manualQueue(2)
    void queue.request(jobs('abcdef'))
    expect(batches).toHaveLength(2)
    await batches[1]!.finish()
    expect(batches).toHaveLength(3)
    await finishAll()
  })

  it('ends a batch early when its items are heavy', async () => {
    const { queue, finishAll } = manualQueue()
    const heavy = new Job<string, string>('w'.repeat(10))
    const done = queue.request([heavy, ...jobs('ab')])
    expect(await finishAll()).toEqual(['wwwwwwwwww', 'ab'])
    await done
    expect(await heavy.done).toBe('WWWWWWWWWW')
  })

  it('runs a job once for all requests that share it, in the turn of the first that comes to it', async () => {
    const { queue, finishAll } = manualQueue()
    const [a, b, c, d] = jobs('abcd')
    const done = Promise.all([queue.request([a!, b!, c!, d!]), queue.request([d!])])
    expect(await finishAll()).toEqual(['ab', 'cd'])
    await done
  })

  it('leaves the jobs of an aborted request, except those that another still waits for', async () => {
    const { queue, finishAll } = manualQueue()
    const controller = new AbortController()
    const [a, b, c, d, e] = jobs('abcde')
    const aborted = queue.request([a!, b!, c!, d!, e!], controller.signal)
    const other = queue.request([e!])
    controller.abort()
    await expect(aborted).rejects.toThrow('aborted')
    expect(await finishAll()).toEqual(['ab', 'e'])
    await other
    expect([c!.isStarted, c!.waiting]).toEqual([false, 0])
  })

  it('rejects the requests of a batch that failed, and serves the others', async () => {
    const { queue, batches, finishAll } = manualQueue()
    const failing = queue.request(jobs('abcd'))
    const other = queue.request(jobs('xy'))
    batches[0]!.fail(new Error('broken'))
    await expect(failing).rejects.toThrow('broken')
    await finishAll()
    await other
  })
})
