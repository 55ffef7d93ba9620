import { Client } from 'pg'

export interface PostgresProbe {
  /** Such as `16.4 (Debian 16.4-1)`. */
  version: string
  major: number
  /** False on a database that no server of ours has started on yet. */
  hasTables: boolean
}

/** Looks at a PostgreSQL without changing it. @throws the driver's error where it cannot be reached */
export async function probePostgres(database_url: string): Promise<PostgresProbe> {
  const client = new Client({ connectionString: database_url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string; tables: string | null }>(
      "select current_setting('server_version') as version, to_regclass('public.server_secrets')::text as tables",
    )
    const { version, tables } = rows[0]!
    return { version, major: Number.parseInt(version, 10), hasTables: tables !== null }
  } finally {
    await client.end().catch(() => {})
  }
}
