const inFlightPerHost = 5
/** A host whose gateway says that it is overrun gets one message at a time for so long. */
const throttledMs = 60_000

/** How many messages of this process are on their way to each host. */
export interface HostLimits {
  /** Takes a place, unless the host has its share in flight; call the answer to free it. */
  enter(host: string): (() => void) | undefined
  /** The host answered 502 or 504. */
  throttle(host: string): void
}

export function createHostLimits(nowMs: () => number): HostLimits {
  const inFlight = new Map<string, number>()
  const throttledUntil = new Map<string, number>()
  return {
    enter(host) {
      const until = throttledUntil.get(host)
      if (until !== undefined && until <= nowMs()) throttledUntil.delete(host)
      const running = inFlight.get(host) ?? 0
      if (running >= (throttledUntil.has(host) ? 1 : inFlightPerHost)) return undefined
      inFlight.set(host, running + 1)
      return () => {
        const left = inFlight.get(host)! - 1
        if (left === 0) inFlight.delete(host)
        else inFlight.set(host, left)
      }
    },
    throttle(host) {
      throttledUntil.set(host, nowMs() + throttledMs)
    },
  }
}
