import { type Policy, type RateLimiter, stateOf, windowMs } from './types.ts'

/**
 * Exact sliding-window log: never more than the limit in any 60 s. Within one process; `nowMs` must never run
 * backwards, so it is not the wall clock.
 */
export function memoryRateLimiter(nowMs: () => number): RateLimiter {
  const log = new Map<string, number[]>()
  let sweptAt = nowMs()

  function hitsOf(bucket: string, now: number): number[] {
    const hits = log.get(bucket) ?? []
    let expired = 0
    while (expired < hits.length && hits[expired]! <= now - windowMs) expired++
    return expired === 0 ? hits : hits.slice(expired)
  }

  function sweep(now: number) {
    if (now - sweptAt < windowMs) return
    sweptAt = now
    for (const [bucket, hits] of log) if (hits.at(-1)! <= now - windowMs) log.delete(bucket)
  }

  return {
    async take(policies: readonly Policy[]) {
      const now = nowMs()
      sweep(now)
      const found = policies.map((policy) => ({ policy, hits: hitsOf(policy.bucket, now) }))
      const isAllowed = found.every(({ policy, hits }) => hits.length < policy.limit)
      for (const { policy, hits } of found) {
        if (isAllowed) hits.push(now)
        if (hits.length > 0) log.set(policy.bucket, hits)
      }
      return { is_allowed: isAllowed, policies: found.map(({ policy, hits }) => stateOf(policy, hits, now)) }
    },
  }
}
