import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { type ExtractTablesWithRelations, sql } from 'drizzle-orm'
import type { NodePgDatabase, NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgTransaction } from 'drizzle-orm/pg-core'
import type { Pool } from 'pg'
import type { PGliteLike } from 'pg-boss'
import { translateConnectionErrors } from './connection-errors.ts'
import { lockDirectory } from './lock.ts'
import { grantSchema } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import type * as schema from './schema.ts'
import type { Lane, Turns } from './turns.ts'

export type Transaction = PgTransaction<NodePgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>

/** What each engine brings; only this folder sees it. */
export interface Engine {
  kind: 'pglite' | 'postgres'
  db: NodePgDatabase<typeof schema>
  /** True where row security binds only after a change of role: superusers pass every policy. */
  isSuperuser: boolean
  pglite?: PGlite
  /** Where transactions have to take turns. */
  turns?: Turns
  statements?: Statements
  pool?: Pool
  listen: Database['listen']
  close(): Promise<void>
}

export interface Database {
  readonly kind: Engine['kind']
  /** The driver below, for the queue, which brings its own SQL. Exactly one of the two is there. */
  readonly pglite: PGlite | undefined
  readonly pool: Pool | undefined
  /** The same database for work that nobody waits for: on the embedded one, requests go first. */
  readonly inBackground: Database
  /** Single statements of the queue, which brings its own SQL, on the embedded database. */
  readonly statements: Statements | undefined
  /**
   * Runs `fn` in one transaction that sees only the rows of one workspace: the wall of every request and task.
   * A second transaction inside `fn` is refused: the embedded database has one connection and would wait for ever.
   * @throws ApiError database_unavailable
   */
  inWorkspace<T>(workspace_id: string, fn: (tx: Transaction) => Promise<T>): Promise<T>
  /** The same for work that spans workspaces: authentication, purges, the command line. */
  transaction<T>(fn: (tx: Transaction) => Promise<T>): Promise<T>
  /** Opens a schema that is not ours, such as the queue's, to the transactions of workspaces. Has no row security. */
  shareSchema(schema: string): Promise<void>
  /** Resolves when the database answers. @throws ApiError database_unavailable */
  ping(): Promise<void>
  /**
   * Calls `onMessage` with the payload of every pg_notify on the channel, from any process. `onGap` runs whenever messages
   * may have been missed; `isLive` is false while none can be heard.
   */
  listen(channel: string, handlers: ListenHandlers): Promise<Listener>
  close(): Promise<void>
}

/** SQL without a transaction of ours around it. */
export type Statements = Pick<PGliteLike, 'query' | 'exec'>

export interface ListenHandlers {
  onMessage(payload: string): void
  onGap(): void
}

export interface Listener {
  isLive(): boolean
  stop(): Promise<void>
}

export interface OpenDatabaseOptions {
  /** Directory of the embedded database; `memory://` keeps nothing. */
  data_dir: string
  /** postgres://...; without it the embedded database is opened. */
  database_url?: string | undefined
  /** What an embedded database in memory begins with, instead of being made anew: PGlite's dump of a data directory. */
  snapshot?: Blob
  /** Connections per process on PostgreSQL. */
  pool_size?: number
}

const callers = new AsyncLocalStorage<{ isOpen: boolean }>()

/** A transaction; one within another is an error at once instead of a wait without end. */
async function oneAtATime<T>(begin: () => Promise<T>): Promise<T> {
  if (callers.getStore()?.isOpen) throw new Error('A transaction is open already: hand its tx on')
  const caller = { isOpen: true }
  try {
    return await callers.run(caller, begin)
  } finally {
    caller.isOpen = false
  }
}

/** Held while rights are granted: PostgreSQL refuses two grants on one object at the same time. */
const shareLock = 7_166_004

/**
 * Opens PostgreSQL where `database_url` is given, else the embedded database below `data_dir`, and brings its schema up to
 * date. The one place that knows which of the two it is.
 * @throws DirectoryLockedError when another process has the embedded database; ApiError database_unavailable
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const engine = await translateConnectionErrors(() => openEngine(options))
  const inBackground: Database = {
    ...databaseOf(engine, 'background'),
    get inBackground() {
      return inBackground
    },
  }
  return { ...databaseOf(engine, 'request'), inBackground }
}

function databaseOf(engine: Engine, lane: Lane): Omit<Database, 'inBackground'> {
  const takeTurn = <T>(fn: () => Promise<T>) => (engine.turns ? engine.turns.take(lane, fn) : fn())
  const run = <T>(workspace_id: string | null, fn: (tx: Transaction) => Promise<T>): Promise<T> => {
    const begin = () =>
      engine.db.transaction(async (tx) => {
        await tx.execute(
          workspace_id === null
            ? sql`select set_config('app.system', 'on', true)`
            : sql`select set_config('app.workspace_id', ${workspace_id}, true)
                , set_config('role', ${engine.isSuperuser ? 'innohire_app' : 'none'}, true)`,
        )
        return fn(tx)
      })
    return translateConnectionErrors(() => oneAtATime(() => takeTurn(begin)))
  }
  return {
    kind: engine.kind,
    pglite: engine.pglite,
    pool: engine.pool,
    statements: engine.statements && {
      query: (text, values) => takeTurn(() => engine.statements!.query(text, values)),
      exec: (text) => takeTurn(() => engine.statements!.exec(text)),
    },
    inWorkspace: (workspace_id, fn) => run(workspace_id, fn),
    transaction: (fn) => run(null, fn),
    shareSchema: async (schema) => {
      // Anyone but a superuser acts as itself, and made the schema.
      if (!engine.isSuperuser) return
      await run(null, async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${shareLock})`)
        await grantSchema(tx, schema)
      })
    },
    ping: () => translateConnectionErrors(() => takeTurn(async () => void (await engine.db.execute(sql`select 1`)))),
    listen: engine.listen,
    close: engine.close,
  }
}

function openEngine(options: OpenDatabaseOptions): Promise<Engine> {
  if (options.database_url) return openPostgres(options.database_url, options.pool_size ?? 10)
  if (options.data_dir === 'memory://') return openPglite('memory://', { release() {} }, options.snapshot)
  mkdirSync(options.data_dir, { recursive: true, mode: 0o700 })
  return lockAndOpen(options.data_dir)
}

async function lockAndOpen(data_dir: string): Promise<Engine> {
  const lock = lockDirectory(data_dir)
  try {
    return await openPglite(join(data_dir, 'db'), lock)
  } catch (error) {
    lock.release()
    throw error
  }
}
