import { describe, expect, it } from 'vitest'
import { FairQueue, Job } from './fair-queue.ts'

/** A queue whose batches finish only when the test says so. */
function manualQueue(slots = 1) {
  const batches: { items: string[]; finish: () => void; fail: (error: Error) => void }[] = []
  const queue = new FairQueue<string, string>({
    slots,
    batchItems: 2,
    batchWeight: 10,
    weigh: (item) => item.length,
    run: (items) =>
      new Promise((resolve, reject) => {
        batches.push({ items, finish: () => resolve(items.map((item) => item.toUpperCase())), fail: reject })
      }),
  })
  return { queue, batches }
}
const jobs = (...items: string[]) => items.map((item) => new Job<string, string>(item))
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('fair queue', () => {
  it('serves a short request after one turn of the long one that came first', async () => {
    const { queue, batches } = manualQueue()
    const long = jobs('a', 'b', 'c', 'd', 'e', 'f')
    const short = jobs('x', 'y')
    void queue.request(long)
    const done = queue.request(short)
    batches[0]!.finish()
    await settle()
    batches[1]!.finish()
    await settle()
    batches[2]!.finish()
    await done
    expect(batches.slice(0, 3).map((batch) => batch.items)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['x', 'y'],
    ])
  })
})
