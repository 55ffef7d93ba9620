/** Stops calling what keeps failing: after `failures` in a row it stays open for `restMs`, then one call tries again. */
export interface CircuitBreaker {
  isOpen(): boolean
  succeeded(): void
  failed(): void
}

export function createCircuitBreaker(failures: number, restMs: number, nowMs: () => number): CircuitBreaker {
  let inARow = 0
  let openUntilMs = 0
  return {
    isOpen: () => nowMs() < openUntilMs,
    succeeded() {
      inARow = 0
    },
    failed() {
      inARow++
      if (inARow >= failures) openUntilMs = nowMs() + restMs
    },
  }
}
