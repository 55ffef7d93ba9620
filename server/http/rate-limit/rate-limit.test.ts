import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rateLimitHeaders, retryAfterSeconds } from './headers.ts'
import { memoryRateLimiter } from './memory.ts'
import { windowMs } from './types.ts'

const plan = (limit: number) => ({ name: 'plan' as const, bucket: 'ws_1', limit })
const key = (limit: number) => ({ name: 'key' as const, bucket: 'key_1', limit })

it('no 60 seconds hold more accepted requests than the limit, whatever the arrivals', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(20_000), { maxLength: 80 }),
      fc.integer({ min: 1, max: 8 }),
      async (gaps, limit) => {
        let now = 0
        const limiter = memoryRateLimiter(() => now)
        const accepted: number[] = []
        for (const gap of gaps) {
          now += gap
          if ((await limiter.take([plan(limit)])).is_allowed) accepted.push(now)
        }
        for (const start of accepted)
          expect(accepted.filter((at) => at >= start && at < start + windowMs).length).toBeLessThanOrEqual(limit)
      },
    ),
  )
})

it('a refused request does not count, and the slot is free the moment its minute is over', async () => {
  let now = 5_000
  const limiter = memoryRateLimiter(() => now)
  await limiter.take([plan(1)])
  now += 59_999
  expect(await limiter.take([plan(1)])).toMatchObject({
    is_allowed: false,
    policies: [{ remaining: 0, reset_seconds: 1 }],
  })
  now += 1
  expect((await limiter.take([plan(1)])).is_allowed).toBe(true)
})

it('a request that one policy refuses uses nothing of the other', async () => {
  const limiter = memoryRateLimiter(() => 0)
  await limiter.take([plan(5), key(1)])
  const refused = await limiter.take([plan(5), key(1)])
  expect(refused.is_allowed).toBe(false)
  expect(refused.policies.map((p) => p.remaining)).toEqual([4, 0])
})

it('both policies stand in the headers, and the nearer one in the X- trio', () => {
  const policies = [
    { name: 'plan' as const, limit: 120, remaining: 100, reset_seconds: 18 },
    { name: 'key' as const, limit: 10, remaining: 0, reset_seconds: 40 },
  ]
  expect(rateLimitHeaders({ is_allowed: false, policies }, 1_764_000_000_000)).toEqual({
    'ratelimit-policy': '"plan";q=120;w=60, "key";q=10;w=60',
    ratelimit: '"plan";r=100;t=18, "key";r=0;t=40',
    'x-ratelimit-limit': '10',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': '1764000040',
  })
  expect(retryAfterSeconds(policies)).toBe(40)
})

it('an unlimited plan has no rate-limit headers', () => {
  expect(rateLimitHeaders({ is_allowed: true, policies: [] }, 0)).toEqual({})
})
