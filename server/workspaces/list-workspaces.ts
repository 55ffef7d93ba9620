import { asc } from 'drizzle-orm'
import type { Database } from '../db/open.ts'
import { workspaces } from '../db/schema.ts'
import { presentWorkspace, type Workspace } from './present-workspace.ts'

/** Every workspace of the installation, oldest first. */
export async function listWorkspaces(database: Database): Promise<Workspace[]> {
  const rows = await database.transaction((tx) =>
    tx.select().from(workspaces).orderBy(asc(workspaces.created_at), asc(workspaces.id)),
  )
  return rows.map(presentWorkspace)
}
