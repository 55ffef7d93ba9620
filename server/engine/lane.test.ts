import { expect, it } from 'vitest'
import { createLane } from './lane.ts'

const never = new AbortController().signal
function controlled() {
  const ends: (() => void)[] = []
  return { ends, work: () => new Promise<void>((resolve) => ends.push(resolve)) }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

it('runs as many as it has slots, keeps the rest in order, and refuses what does not fit in the line', async () => {
  const lane = createLane({ slots: 1, waiting: 2 }, () => 0)
  const order: number[] = []
  const { ends, work } = controlled()
  const all = [1, 2, 3].map((n) => lane.run(() => work().then(() => void order.push(n)), never))
  await expect(lane.run(work, never)).rejects.toMatchObject({ code: 'overloaded', status: 503, retry_after_seconds: 3 })
  for (let n = 0; n < 3; n++) {
    await turn()
    expect(ends).toHaveLength(n + 1)
    ends[n]!()
  }
  await Promise.all(all)
  expect(order).toEqual([1, 2, 3])
})

it('a caller who hangs up while waiting gives up the place, and the work is never begun', async () => {
  const lane = createLane({ slots: 1, waiting: 1 }, () => 0)
  const { ends, work } = controlled()
  const first = lane.run(work, never)
  const hangUp = new AbortController()
  const second = lane.run(() => Promise.reject(new Error('was begun')), hangUp.signal)
  hangUp.abort(new Error('hung up'))
  await expect(second).rejects.toThrow('hung up')
  const third = lane.run(work, never)
  ends[0]!()
  await first
  await turn()
  ends[1]!()
  await third
})

it('work that fails frees its slot', async () => {
  const lane = createLane({ slots: 1, waiting: 0 }, () => 0)
  await expect(lane.run(() => Promise.reject(new Error('broken')), never)).rejects.toThrow('broken')
  await expect(lane.run(async () => 'fine', never)).resolves.toBe('fine')
})
