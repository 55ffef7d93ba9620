import { ApiError } from '../errors.ts'

/** Lets `slots` pieces of work run at a time and a few wait in line; more are refused at once. */
export interface Lane {
  /** Throws ApiError overloaded, or the signal's reason when the caller hangs up while waiting. */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>
  state(): LaneState
}

/** Pieces of work now. */
export interface LaneState {
  running: number
  waiting: number
}

/** `nowMs` measures how long work takes, for Retry-After. */
export function createLane(limits: { slots: number; waiting: number }, nowMs: () => number): Lane {
  const waiting = new Set<() => void>()
  let running = 0
  let usualMs = 1_000

  function enter(signal: AbortSignal): Promise<void> | undefined {
    signal.throwIfAborted()
    if (running < limits.slots) {
      running++
      return
    }
    if (waiting.size >= limits.waiting) {
      const seconds = Math.ceil(((waiting.size + 1) / limits.slots) * (usualMs / 1000))
      throw new ApiError('overloaded', { retry_after_seconds: Math.min(60, Math.max(1, seconds)) })
    }
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', hangUp)
        resolve()
      }
      const hangUp = () => {
        waiting.delete(start)
        reject(signal.reason)
      }
      signal.addEventListener('abort', hangUp, { once: true })
      waiting.add(start)
    })
  }

  /** Hands the slot to the next in line, or frees it. */
  function leave() {
    const [next] = waiting
    if (!next) running--
    else {
      waiting.delete(next)
      next()
    }
  }

  return {
    state: () => ({ running, waiting: waiting.size }),
    async run(work, signal) {
      await enter(signal)
      const startedMs = nowMs()
      try {
        return await work()
      } finally {
        usualMs += (nowMs() - startedMs - usualMs) / 8
        leave()
      }
    },
  }
}
