import type { PlanName, WriterName } from '@innohire/contract'
import type { workspaces } from '../db/schema.ts'

export interface Workspace {
  id: string
  name: string
  plan: PlanName
  writer: WriterName
  environment: 'live' | 'test'
  created_at: string
}

/** A stored workspace as the command line shows it. */
export const presentWorkspace = (row: typeof workspaces.$inferSelect): Workspace => ({
  id: row.id,
  name: row.name,
  plan: row.plan,
  writer: row.writer,
  environment: row.environment,
  created_at: row.created_at.toISOString(),
})
