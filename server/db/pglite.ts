import { PGlite, type Transaction as PgliteTransaction, type QueryOptions, types } from '@electric-sql/pglite'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { DirectoryLock } from './lock.ts'
import { migrationsFolder, prepareRole } from './migrate.ts'
import type { Engine } from './open.ts'
import * as schema from './schema.ts'
import { createTurns } from './turns.ts'

/** Times as text: drizzle turns them to dates itself. */
const asText = (text: string): string => text

/**
 * Bytes as PostgreSQL writes them (`\x` and hex digits). PGlite's own functions turn one byte at a time, which took
 * 50 ms for 250 kB instead of 1 ms, on the thread that answers requests.
 */
const codec = {
  parsers: {
    [types.BYTEA]: (text: string): Uint8Array => Buffer.from(text.slice(2), 'hex'),
    [types.TIMESTAMPTZ]: asText,
  },
  serializers: {
    [types.BYTEA]: (bytes: Uint8Array): string =>
      `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`,
  },
}

/** Opens the embedded database; `lock` is released when it closes. */
export async function openPglite(path: string, lock: DirectoryLock, snapshot?: Blob): Promise<Engine> {
  const pglite = await PGlite.create(path, { ...codec, ...(snapshot ? { loadDataDir: snapshot } : {}) })
  const embedded = drizzle(drizzleClient(pglite), { schema })
  await migrate(embedded, { migrationsFolder })
  // Both drivers answer alike in what this project uses (`rows`); one type spares every caller a choice.
  const db = embedded as unknown as NodePgDatabase<typeof schema>
  return {
    kind: 'pglite',
    db,
    isSuperuser: await prepareRole(db),
    pglite,
    turns: createTurns(),
    statements: {
      query: (text, values) => pglite.query(text, values as never, dateParsers),
      exec: (text) => pglite.exec(text, dateParsers),
    },
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

/** For statements that are not drizzle's and expect dates. */
const dateParsers = {
  parsers: { [types.TIMESTAMPTZ]: (text: string) => types.parsers[types.TIMESTAMPTZ]!(text) },
}

/**
 * What drizzle uses of PGlite. It hands parsers over with every statement, for which PGlite copies its table of 318 each
 * time: more work than a small statement itself. The table above has what drizzle needs, so they are left out.
 */
function drizzleClient(pglite: PGlite): PGlite {
  const withoutParsers = ({ query }: Pick<PGlite, 'query'>) => ({
    query: <T>(text: string, values?: unknown[], options?: QueryOptions) =>
      query<T>(text, values as never, options?.rowMode ? { rowMode: options.rowMode } : {}),
  })
  const client = {
    ...withoutParsers({ query: pglite.query.bind(pglite) }),
    transaction: <T>(fn: (tx: PgliteTransaction) => Promise<T>) =>
      pglite.transaction((tx) => fn({ ...tx, ...withoutParsers(tx) } as PgliteTransaction)),
  }
  return client as unknown as PGlite
}
