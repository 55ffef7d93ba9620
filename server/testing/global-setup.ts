import type { TestProject } from 'vitest/node'
import { findPostgresPrograms, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a PostgreSQL made for this run; null where PostgreSQL is not installed. */
    postgres_url: string | null
  }
}

/** One PostgreSQL for the whole run; every suite makes its own databases in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = findPostgresPrograms()
  if (programs === undefined) {
    console.warn('PostgreSQL is not installed: its half of the database suites is skipped.')
    project.provide('postgres_url', null)
    return async () => {}
  }
  const server = await startPostgres(programs)
  project.provide('postgres_url', server.url)
  return () => server.stop()
}
