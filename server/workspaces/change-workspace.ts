import type { PlanName, WriterName } from '@innohire/contract'
import { eq } from 'drizzle-orm'
import { announceKeyChange } from '../api-keys/key-changes.ts'
import type { KeyDeps } from '../api-keys/key-deps.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { workspaces } from '../db/schema.ts'
import { presentWorkspace, type Workspace } from './present-workspace.ts'

/** Changes plan or default writer of a workspace, in force within a second; undefined where there is no such workspace. */
export function changeWorkspace(
  deps: KeyDeps,
  actor: string,
  workspace_id: string,
  changes: { plan: PlanName } | { writer: WriterName },
): Promise<Workspace | undefined> {
  return deps.database.inWorkspace(workspace_id, async (tx) => {
    const [row] = await tx.update(workspaces).set(changes).where(eq(workspaces.id, workspace_id)).returning()
    if (row === undefined) return undefined
    await announceKeyChange(tx, workspace_id)
    await recordAudit(tx, deps.keyring, deps.clock(), {
      workspace_id,
      actor,
      action: 'workspace.changed',
      object: workspace_id,
      detail: changes,
    })
    return presentWorkspace(row)
  })
}
