/** Lets most work run side by side, and some of it with nothing else beside it in this process. */
export interface Lanes {
  together<T>(fn: () => Promise<T>): Promise<T>
  /** Runs `fn` when all that is in work has ended; what comes meanwhile begins after it. */
  alone<T>(fn: () => Promise<T>): Promise<T>
}

interface Waiting {
  isAlone: boolean
  start: () => void
}

/** A lock that many share or one has, in the order in which they came. */
export function createLanes(): Lanes {
  const waiting: Waiting[] = []
  let running = 0
  let isHeldAlone = false
  const startNext = () => {
    while (waiting.length > 0 && !isHeldAlone && (running === 0 || !waiting[0]!.isAlone)) {
      const next = waiting.shift()!
      isHeldAlone = next.isAlone
      running++
      next.start()
    }
  }
  const run = async <T>(isAlone: boolean, fn: () => Promise<T>): Promise<T> => {
    await new Promise<void>((start) => {
      waiting.push({ isAlone, start })
      startNext()
    })
    try {
      return await fn()
    } finally {
      running--
      if (isAlone) isHeldAlone = false
      startNext()
    }
  }
  return { together: (fn) => run(false, fn), alone: (fn) => run(true, fn) }
}
