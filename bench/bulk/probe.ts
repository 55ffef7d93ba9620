import { build } from 'hdr-histogram-js'

export interface Latency {
  count: number
  errors: number
  p50_ms: number
  p99_ms: number
  max_ms: number
}

/**
 * Calls at a constant rate whatever the answers take (open loop), and counts each from the moment it was due: a stall of
 * the server counts for every call that it held up. `stop` waits for the last answers.
 */
export function probe(call: () => Promise<{ status: number }>, per_second: number): { stop(): Promise<Latency> } {
  const histogram = build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: 60_000_000,
    numberOfSignificantValueDigits: 3,
  })
  const running = new Set<Promise<void>>()
  const started = performance.now()
  let sent = 0
  let errors = 0
  const send = (dueMs: number) => {
    const one = call()
      .then(({ status }) => {
        if (status !== 200) errors++
        histogram.recordValue(Math.max(1, Math.round((performance.now() - dueMs) * 1000)))
      })
      .catch(() => void errors++)
      .finally(() => running.delete(one))
    running.add(one)
  }
  const timer = setInterval(() => {
    for (; started + (sent * 1000) / per_second <= performance.now(); sent++) send(started + (sent * 1000) / per_second)
  }, 5)
  const ms = (percentile: number) => Math.round(histogram.getValueAtPercentile(percentile) / 100) / 10
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(running)
      return { count: sent, errors, p50_ms: ms(50), p99_ms: ms(99), max_ms: Math.round(histogram.maxValue / 100) / 10 }
    },
  }
}
