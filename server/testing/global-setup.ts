import { rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../db/open.ts'
import { findPostgresPrograms, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a PostgreSQL made for this run; null where PostgreSQL is not installed. */
    postgres_url: string | null
    /** File with a migrated, empty embedded database. */
    pglite_snapshot: string
  }
}

/** One PostgreSQL and one migrated PGlite to copy for the whole run; every suite makes its own databases of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = findPostgresPrograms()
  if (programs === undefined) console.warn('PostgreSQL is not installed: its half of the database suites is skipped.')
  const [server, snapshot] = await Promise.all([programs ? startPostgres(programs) : undefined, makeSnapshot()])
  project.provide('postgres_url', server?.url ?? null)
  project.provide('pglite_snapshot', snapshot)
  return async () => {
    rmSync(snapshot, { force: true })
    await server?.stop()
  }
}

async function makeSnapshot(): Promise<string> {
  const database = await openDatabase({ data_dir: 'memory://' })
  const dump = await database.pglite!.dumpDataDir('none')
  await database.close()
  const file = join(tmpdir(), `innohire-snapshot-${process.pid}.tar`)
  await writeFile(file, dump.stream())
  return file
}
