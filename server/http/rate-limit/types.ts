/** One limit that a request must pass: the plan's for the workspace, or the key's own. */
export interface Policy {
  /** What the RateLimit headers call it. */
  name: 'plan' | 'key' | 'failures'
  /** Whose requests are counted together, such as `ws_...`. */
  bucket: string
  /** Accepted requests in any 60 seconds. */
  limit: number
}

export interface PolicyState {
  name: Policy['name']
  limit: number
  remaining: number
  /** Whole seconds until one more request is free; 0 where none has been used. */
  reset_seconds: number
}

export interface Verdict {
  is_allowed: boolean
  policies: PolicyState[]
}

/** Counts a request against all policies, or against none where one refuses. */
export interface RateLimiter {
  take(policies: readonly Policy[]): Promise<Verdict>
}

export const windowMs = 60_000

/** `hits`: times of the accepted requests that are still in the window, oldest first, in ms. */
export function stateOf(policy: Policy, hits: readonly number[], now: number): PolicyState {
  return {
    name: policy.name,
    limit: policy.limit,
    remaining: Math.max(0, policy.limit - hits.length),
    reset_seconds: hits.length === 0 ? 0 : Math.max(1, Math.ceil((hits[0]! + windowMs - now) / 1000)),
  }
}
