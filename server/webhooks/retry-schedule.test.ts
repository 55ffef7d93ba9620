import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maxAttempts, nextDelaySeconds, retryDelaysSeconds } from './retry-schedule.ts'

it('makes ten attempts over 75 hours and 35 minutes', () => {
  expect(maxAttempts).toBe(10)
  expect(retryDelaysSeconds.reduce<number>((sum, delay) => sum + delay, 0)).toBe(75 * 3600 + 35 * 60 + 5)
  expect(nextDelaySeconds(10, 0.5)).toBeUndefined()
})

it('every wait is within 10 % of the plan', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, jitter) => {
      const planned = retryDelaysSeconds[attempt]!
      const wait = nextDelaySeconds(attempt, jitter)!
      expect(wait).toBeGreaterThanOrEqual(planned * 0.9 - 1e-9)
      expect(wait).toBeLessThanOrEqual(planned * 1.1 + 1e-9)
    }),
  )
})

it('honours a longer Retry-After, up to a day', () => {
  expect(nextDelaySeconds(1, 0.5, 60)).toBe(60)
  expect(nextDelaySeconds(2, 0.5, 60)).toBe(300)
  expect(nextDelaySeconds(1, 0.5, 1_000_000)).toBe(86_400)
})
