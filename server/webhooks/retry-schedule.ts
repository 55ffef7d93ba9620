/**
 * Seconds to wait before attempt 1, 2, ... 10: 75 h 35 min in all. The table of the Standard Webhooks specification,
 * which outlasts a weekend.
 */
export const retryDelaysSeconds = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const
export const maxAttempts = retryDelaysSeconds.length
/** A receiver may ask for a longer wait with Retry-After, up to a day. */
const longestRetryAfterSeconds = 86_400

/**
 * Seconds until the next attempt after `attempts_made`, or undefined when there is none left.
 * `jitter` is a number from 0 to 1: it spreads the waits by 10 % either way, so that receivers are not hit in step.
 */
export function nextDelaySeconds(
  attemptsMade: number,
  jitter: number,
  retryAfterSeconds?: number | undefined,
): number | undefined {
  const planned = retryDelaysSeconds[attemptsMade]
  if (planned === undefined) return undefined
  const spread = planned * (0.9 + 0.2 * jitter)
  return Math.max(spread, Math.min(retryAfterSeconds ?? 0, longestRetryAfterSeconds))
}
