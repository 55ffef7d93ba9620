import { PGlite } from '@electric-sql/pglite'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { DirectoryLock } from './lock.ts'
import { migrationsFolder, prepareRole } from './migrate.ts'
import type { Engine } from './open.ts'
import * as schema from './schema.ts'

/** Opens the embedded database; `lock` is released when it closes. */
export async function openPglite(path: string, lock: DirectoryLock, snapshot?: Blob): Promise<Engine> {
  const pglite = await PGlite.create(path, snapshot ? { loadDataDir: snapshot } : {})
  const embedded = drizzle(pglite, { schema })
  await migrate(embedded, { migrationsFolder })
  // Both drivers answer alike in what this project uses (`rows`); one type spares every caller a choice.
  const db = embedded as unknown as NodePgDatabase<typeof schema>
  return {
    kind: 'pglite',
    db,
    isSuperuser: await prepareRole(db),
    pglite,
    async listen(channel, handlers) {
      const stop = await pglite.listen(channel, (payload) => handlers.onMessage(payload))
      return { isLive: () => true, stop: async () => (pglite.closed ? undefined : stop()) }
    },
    async close() {
      if (!pglite.closed) await pglite.close()
      lock.release()
    },
  }
}
