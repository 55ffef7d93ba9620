import type { AdminClient } from '@innohire/server/admin/client.ts'
import { readConfig } from '@innohire/server/admin/settings.ts'

/** Runs `fn` with a connection to the installation that the environment names, and closes it. */
export async function withAdmin<T>(fn: (admin: AdminClient) => Promise<T>): Promise<T> {
  // Loaded when needed: the database engine takes longer to load than `--help` should take.
  const { openAdmin } = await import('@innohire/server/admin/client.ts')
  const admin = await openAdmin(readConfig(process.env))
  try {
    return await fn(admin)
  } finally {
    await admin.close()
  }
}
