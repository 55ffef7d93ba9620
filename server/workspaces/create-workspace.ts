import type { PlanName } from '@innohire/contract'
import type { KeyDeps } from '../api-keys/key-deps.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Transaction } from '../db/open.ts'
import { workspaces } from '../db/schema.ts'
import { newId } from '../ids.ts'
import { presentWorkspace, type Workspace } from './present-workspace.ts'

export interface NewWorkspace {
  name: string
  plan: PlanName
  environment?: 'live' | 'test' | undefined
}

/** Makes a workspace with its data key, in a transaction that spans workspaces. */
export async function createWorkspace(
  tx: Transaction,
  deps: KeyDeps,
  actor: string,
  input: NewWorkspace,
): Promise<Workspace> {
  const created_at = deps.clock()
  const [row] = await tx
    .insert(workspaces)
    .values({
      id: newId('ws', created_at),
      name: input.name,
      plan: input.plan,
      environment: input.environment ?? 'live',
      created_at,
    })
    .returning()
  await deps.keyring.addDataKey(tx, row!.id, 1)
  await recordAudit(tx, deps.keyring, created_at, {
    workspace_id: row!.id,
    actor,
    action: 'workspace.created',
    object: row!.id,
    detail: { plan: input.plan },
  })
  return presentWorkspace(row!)
}
