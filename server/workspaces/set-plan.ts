import type { PlanName } from '@innohire/contract'
import { eq } from 'drizzle-orm'
import { announceKeyChange } from '../api-keys/key-changes.ts'
import type { KeyDeps } from '../api-keys/key-deps.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { workspaces } from '../db/schema.ts'
import { presentWorkspace, type Workspace } from './present-workspace.ts'

/** Moves a workspace to another plan, in force within a second; undefined where there is no such workspace. */
export function setPlan(
  deps: KeyDeps,
  actor: string,
  workspace_id: string,
  plan: PlanName,
): Promise<Workspace | undefined> {
  return deps.database.inWorkspace(workspace_id, async (tx) => {
    const [row] = await tx.update(workspaces).set({ plan }).where(eq(workspaces.id, workspace_id)).returning()
    if (row === undefined) return undefined
    await announceKeyChange(tx, workspace_id)
    await recordAudit(tx, deps.keyring, deps.clock(), {
      workspace_id,
      actor,
      action: 'workspace.plan_changed',
      object: workspace_id,
      detail: { plan },
    })
    return presentWorkspace(row)
  })
}
