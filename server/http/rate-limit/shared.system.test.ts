import { expect, it } from 'vitest'
import { forEachDatabase } from '../../testing/databases.ts'
import { sharedRateLimiter } from './postgres.ts'

forEachDatabase('the rate limit that processes share', (open) => {
  const plan = { name: 'plan' as const, bucket: 'ws_1', limit: 100 }

  it('of 300 requests at the same time exactly 100 pass', async () => {
    const database = await open()
    const limiters = [sharedRateLimiter(database), sharedRateLimiter(database)]
    const verdicts = await Promise.all(Array.from({ length: 300 }, (_, i) => limiters[i % 2]!.take([plan])))
    expect(verdicts.filter((verdict) => verdict.is_allowed)).toHaveLength(100)
    expect(verdicts.at(-1)!.policies[0]!.reset_seconds).toBeGreaterThan(50)
  })

  it('a request that the key refuses uses nothing of the plan', async () => {
    const limiter = sharedRateLimiter(await open())
    const key = { name: 'key' as const, bucket: 'key_1', limit: 1 }
    await limiter.take([plan, key])
    const refused = await limiter.take([plan, key])
    expect(refused).toMatchObject({ is_allowed: false, policies: [{ remaining: 99 }, { remaining: 0 }] })
  })
})
