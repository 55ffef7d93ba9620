import { expect, it } from 'vitest'
import { createRateMeter, estimateSeconds } from './estimate.ts'

it('learns the pace of the last items, and rests while nothing is in work', () => {
  let now = 0
  const meter = createRateMeter(() => now, 1, undefined)
  expect(meter.secondsPerItem()).toBeUndefined()
  for (let i = 0; i < 503; i++) {
    const end = meter.begin()
    now += i < 253 ? 1_000 : 100
    end()
    now += 5_000
  }
  expect(meter.secondsPerItem()).toBeGreaterThan(0.1)
  expect(meter.secondsPerItem()).toBeLessThan(0.3)
})

it('does not take the way of a single item for the pace of a busy process', () => {
  let now = 0
  const meter = createRateMeter(() => now, 8, 0.05)
  for (let i = 0; i < 10; i++) {
    const end = meter.begin()
    now += 2_000
    end()
  }
  expect(meter.secondsPerItem()).toBeCloseTo(0.05)
  // Eight at a time, each 800 ms on its way: ten a second.
  const ends = Array.from({ length: 8 }, () => meter.begin())
  for (let i = 0; i < 2_000; i++) {
    now += 100
    ends.shift()!()
    ends.push(meter.begin())
  }
  expect(meter.secondsPerItem()).toBeCloseTo(0.1, 2)
})

/** Does jobs one after the other, eight items at a time, and gives estimate and duration of each, in seconds. */
function doJobs(sizes: readonly number[], msOfItem: (nth: number) => number, start: number) {
  let now = 0
  let nth = 0
  const meter = createRateMeter(() => now, 8, start)
  return sizes.map((size) => {
    const estimate = estimateSeconds(size, meter.secondsPerItem() ?? start)
    const began = now
    const working: { until: number; end: () => void }[] = []
    for (let left = size; left > 0 || working.length > 0; ) {
      for (; left > 0 && working.length < 8; left--) working.push({ until: now + msOfItem(nth++), end: meter.begin() })
      working.sort((a, b) => a.until - b.until)
      const next = working.shift()!
      now = next.until
      next.end()
    }
    now += 10_000
    return { estimate, seconds: (now - 10_000 - began) / 1000 }
  })
}

it.each([
  ['a first start', 0.05, (nth: number) => (nth < 24 ? 3_000 : 250)],
  ['a start after a slow process', 0.06, (nth: number) => (nth < 16 ? 5_000 : 300)],
  ['documents that differ', 0.05, (nth: number) => (nth < 10 ? 3_000 : nth % 17 === 0 ? 1_500 : 250)],
])('%s: from the second job on, estimates are within a factor of two', (_, start, msOfItem) => {
  const jobs = doJobs([10, 1_000, 1_000, 10, 50, 200, 25, 100, 400, 30, 60], msOfItem, start).slice(1)
  const good = jobs.filter(({ estimate, seconds }) => {
    const ratio = Math.max(1, seconds) / estimate
    return ratio >= 0.5 && ratio <= 2
  })
  expect(good).toEqual(jobs)
})

it('estimates whole seconds, at least one', () => {
  expect(estimateSeconds(1_000, 0.05)).toBe(50)
  expect(estimateSeconds(1, 0.05)).toBe(1)
})
