import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { Client } from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { type Database, type OpenDatabaseOptions, openDatabase } from '../db/open.ts'
import './global-setup.ts'
import { temporaryDirectory } from './temporary-directory.ts'

export interface TestEngine {
  kind: Database['kind']
  /** Where an empty database of its own is or will be: for a server that the test starts. */
  freshOptions(): Promise<OpenDatabaseOptions>
}

/**
 * Runs the same suite on the embedded database and on PostgreSQL. `open` gives a migrated, empty database, closed after
 * the suite. Without PostgreSQL its half is skipped, or fails under CI=true.
 */
export function forEachDatabase(
  name: string,
  suite: (open: () => Promise<Database>, engine: TestEngine) => void,
): void {
  describe(`${name} (PGlite)`, () => {
    suite(
      closedAfterwards(async () =>
        openDatabase({ data_dir: 'memory://', snapshot: await openAsBlob(inject('pglite_snapshot')) }),
      ),
      {
        kind: 'pglite',
        freshOptions: async () => ({ data_dir: temporaryDirectory() }),
      },
    )
  })
  const server = inject('postgres_url')
  if (server === null && process.env.CI === 'true') {
    it(`${name} (PostgreSQL)`, () => expect.fail('PostgreSQL is not installed, and CI=true forbids to skip it.'))
    return
  }
  describe.skipIf(server === null)(`${name} (PostgreSQL)`, () => {
    const freshOptions = async () => ({ data_dir: temporaryDirectory(), database_url: await createDatabase(server!) })
    suite(
      closedAfterwards(async () => openDatabase({ ...(await freshOptions()), pool_size: 5 })),
      {
        kind: 'postgres',
        freshOptions,
      },
    )
  })
}

function closedAfterwards(open: () => Promise<Database>): () => Promise<Database> {
  const opened: Database[] = []
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.close()))
  })
  return async () => {
    const database = await open()
    opened.push(database)
    return database
  }
}

async function createDatabase(server: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new Client({ connectionString: `${server}postgres` })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  return `${server}${name}`
}
