import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client, Pool } from 'pg'
import { migrationsFolder, prepareRole } from './migrate.ts'
import type { Engine } from './open.ts'
import { listenOnPostgres } from './postgres-listen.ts'
import * as schema from './schema.ts'

/** Any constant will do; the lock keeps processes that start together from migrating at once. */
const migrationLock = 7_166_001

/** Opens PostgreSQL through a pool and migrates it, one process at a time. */
export async function openPostgres(database_url: string, pool_size: number): Promise<Engine> {
  const pool = new Pool({
    connectionString: database_url,
    max: pool_size,
    application_name: 'innohire',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // No query of ours is long: a longer one waits for a lock or a peer that is gone.
    statement_timeout: 30_000,
    query_timeout: 35_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // A connection that breaks is reported by its query or dropped by the pool. Without listeners, on the pool for idle
  // connections and on each client for one in use, the event would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    const isSuperuser = await migrateOneAtATime(database_url)
    return {
      kind: 'postgres',
      db: drizzle(pool, { schema }),
      isSuperuser,
      pool,
      listen: (channel, handlers) => listenOnPostgres(database_url, channel, handlers),
      close: async () => {
        if (!pool.ended && !pool.ending) await pool.end()
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

async function migrateOneAtATime(database_url: string): Promise<boolean> {
  // A connection of its own: a migration may take longer than any query of the pool, and its end gives the lock back.
  const client = new Client({ connectionString: database_url, connectionTimeoutMillis: 5_000, keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  try {
    const db = drizzle(client, { schema })
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`)
    await migrate(db, { migrationsFolder })
    return await prepareRole(db)
  } finally {
    await client.end().catch(() => {})
  }
}
