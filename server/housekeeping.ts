import type { Deps } from './context.ts'
import { deleteIdleCounts } from './http/rate-limit/postgres.ts'
import { deleteStaleUploads } from './http/stale-uploads.ts'
import { deleteOldKeys } from './idempotency/store.ts'
import { deleteExpired } from './retention.ts'

const hourMs = 3_600_000

/** Once an hour, removes what has outlived its time; files also at the start. Several processes may do so side by side. */
export function startHousekeeping(deps: Pick<Deps, 'database' | 'log' | 'clock'>): { stop(): void } {
  const note = (err: unknown) => deps.log.warn({ err }, 'housekeeping failed; the next hour tries again')
  const sweepFiles = () => deleteStaleUploads(deps.clock()).catch(note)
  const sweepRows = () =>
    deps.database.inBackground
      .transaction(async (tx) => {
        await deleteOldKeys(tx)
        await deleteIdleCounts(tx)
        await deleteExpired(tx)
      })
      .catch(note)
  void sweepFiles()
  const timer = setInterval(() => Promise.all([sweepRows(), sweepFiles()]), hourMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
