import { expect, it } from 'vitest'
import { createRateMeter, estimateSeconds } from './estimate.ts'

it('learns the pace of the last items, and rests while nothing is in work', () => {
  let now = 0
  const meter = createRateMeter(() => now, 1, undefined)
  expect(meter.secondsPerItem()).toBeUndefined()
  for (let i = 0; i < 500; i++) {
    const end = meter.begin()
    now += i < 250 ? 1_000 : 100
    end()
    now += 5_000
  }
  expect(meter.secondsPerItem()).toBeGreaterThan(0.1)
  expect(meter.secondsPerItem()).toBeLessThan(0.3)
})

it('does not take the way of a single item for the pace of a busy process', () => {
  let now = 0
  const meter = createRateMeter(() => now, 4, 0.05)
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

it('estimates whole seconds, at least one', () => {
  expect(estimateSeconds(1_000, 0.05)).toBe(50)
  expect(estimateSeconds(1, 0.05)).toBe(1)
})
