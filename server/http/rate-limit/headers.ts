import type { PolicyState, Verdict } from './types.ts'

/**
 * The draft's two fields (draft-ietf-httpapi-ratelimit-headers: `q`, `w`, `r`, `t`) and GitHub's three. The three show
 * the policy that is nearest to its end. No policies, no headers.
 */
export function rateLimitHeaders({ policies }: Verdict, epochMs: number): Record<string, string> {
  const tightest = [...policies].sort((a, b) => a.remaining - b.remaining || a.limit - b.limit)[0]
  if (!tightest) return {}
  return {
    'ratelimit-policy': policies.map(({ name, limit }) => `"${name}";q=${limit};w=60`).join(', '),
    ratelimit: policies.map((p) => `"${p.name}";r=${p.remaining};t=${p.reset_seconds}`).join(', '),
    'x-ratelimit-limit': String(tightest.limit),
    'x-ratelimit-remaining': String(tightest.remaining),
    'x-ratelimit-reset': String(Math.ceil(epochMs / 1000) + tightest.reset_seconds),
  }
}

/** Seconds after which a refused caller may try again: when the last of the exhausted policies has room. */
export const retryAfterSeconds = (policies: readonly PolicyState[]): number =>
  Math.max(1, ...policies.filter((p) => p.remaining === 0).map((p) => p.reset_seconds))
