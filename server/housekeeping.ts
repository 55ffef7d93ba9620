import type { Deps } from './context.ts'
import { deleteIdleCounts } from './http/rate-limit/postgres.ts'
import { deleteOldKeys } from './idempotency/store.ts'
import { deleteExpired } from './retention.ts'

const hourMs = 3_600_000

/** Once an hour, removes what has outlived its time. Several processes may do so side by side. */
export function startHousekeeping({ database, log }: Pick<Deps, 'database' | 'log'>): { stop(): void } {
  const sweep = () =>
    database
      .transaction(async (tx) => {
        await deleteOldKeys(tx)
        await deleteIdleCounts(tx)
        await deleteExpired(tx)
      })
      .catch((err) => log.warn({ err }, 'housekeeping failed; the next hour tries again'))
  const timer = setInterval(sweep, hourMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
