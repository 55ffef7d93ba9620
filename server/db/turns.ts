/** Who asks: a caller who waits for an answer, or work that nobody looks at meanwhile. */
export type Lane = 'request' | 'background'

/** Lets one at a time use something that there is once. */
export interface Turns {
  /** Runs `fn` when its turn has come. */
  take<T>(lane: Lane, fn: () => Promise<T>): Promise<T>
}

/** So many requests go first before background work gets a turn: enough that a request hardly waits, and work goes on. */
const requestsInARow = 8

/**
 * Turns at the embedded database. It does its work on this thread, and one query follows the other without a pause in
 * which Node would look at the network: with eight resumes in work a request waited hundreds of milliseconds to be even
 * read. Here the network gets its look after every turn, and a request waits for one transaction, not for all before it.
 */
export function createTurns(): Turns {
  const lanes: Record<Lane, (() => void)[]> = { request: [], background: [] }
  let isTaken = false
  let inARow = 0
  const next = () => {
    const isBackgroundDue = inARow >= requestsInARow && lanes.background.length > 0
    const lane = lanes.request.length > 0 && !isBackgroundDue ? 'request' : 'background'
    inARow = lane === 'request' ? inARow + 1 : 0
    const start = lanes[lane].shift()
    if (start) start()
    else isTaken = false
  }
  return {
    async take(lane, fn) {
      if (isTaken) await new Promise<void>((resolve) => void lanes[lane].push(resolve))
      isTaken = true
      try {
        return await fn()
      } finally {
        setImmediate(next)
      }
    },
  }
}
