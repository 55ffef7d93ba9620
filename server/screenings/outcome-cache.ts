import { type StoredOutcome, sizeOf } from './outcome.ts'

/**
 * Opened outcomes of the screenings that are polled, by position. Outcomes never change, so each is opened once and not
 * at every poll. What is here is only shown after the database has said, in the caller's workspace, that the screening
 * still exists; it leaves memory with the job, when nobody has polled for a while, or when others need the room.
 */
export interface OutcomeCache {
  find(workspace_id: string, screening_id: string): ReadonlyMap<number, StoredOutcome>
  add(workspace_id: string, screening_id: string, outcomes: ReadonlyMap<number, StoredOutcome>): void
  forget(workspace_id: string, screening_id: string): void
  /** Characters held. */
  size(): number
}

interface Entry {
  outcomes: Map<number, StoredOutcome>
  size: number
  usedMs: number
}

const keyOf = (workspace_id: string, screening_id: string) => `${workspace_id}|${screening_id}`
const none: ReadonlyMap<number, StoredOutcome> = new Map()

interface OutcomeCacheOptions {
  /** A steady clock. */
  nowMs: () => number
  /** A job of 1,000 is some 8 million characters. */
  maxCharacters?: number
  /** Longer than callers wait between two polls. */
  idleMs?: number
}

/** Makes a cache for one process. The screening used least recently makes room first. */
export function createOutcomeCache({
  nowMs,
  maxCharacters = 32_000_000,
  idleMs = 60_000,
}: OutcomeCacheOptions): OutcomeCache & { dropIdle(): void; close(): void } {
  // In the order of use: a Map keeps the order in which keys were set.
  const entries = new Map<string, Entry>()
  let total = 0
  const drop = (key: string) => {
    total -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }
  const use = (key: string, entry: Entry) => {
    entry.usedMs = nowMs()
    entries.delete(key)
    entries.set(key, entry)
  }
  const dropIdle = () => {
    const before = nowMs() - idleMs
    for (const [key, { usedMs }] of entries) if (usedMs <= before) drop(key)
  }
  const timer = setInterval(dropIdle, idleMs)
  timer.unref()
  return {
    find(workspace_id, screening_id) {
      const key = keyOf(workspace_id, screening_id)
      const entry = entries.get(key)
      if (entry === undefined) return none
      use(key, entry)
      return entry.outcomes
    },
    add(workspace_id, screening_id, outcomes) {
      const key = keyOf(workspace_id, screening_id)
      const entry = entries.get(key) ?? { outcomes: new Map(), size: 0, usedMs: 0 }
      for (const [position, outcome] of outcomes) {
        if (entry.outcomes.has(position)) continue
        entry.outcomes.set(position, outcome)
        const size = sizeOf(outcome)
        entry.size += size
        total += size
      }
      use(key, entry)
      for (const oldest of entries.keys()) {
        if (total <= maxCharacters) break
        drop(oldest)
      }
    },
    forget: (workspace_id, screening_id) => drop(keyOf(workspace_id, screening_id)),
    size: () => total,
    dropIdle,
    close: () => clearInterval(timer),
  }
}
