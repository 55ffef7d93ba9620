import type { PlanName } from '@innohire/contract'
import type { KeyDeps } from '../api-keys/key-deps.ts'
import { openKeyring } from '../crypto/keyring.ts'
import { masterKeySource } from '../crypto/master-keys.ts'
import type { Database } from '../db/open.ts'
import { createWorkspace } from '../workspaces/create-workspace.ts'
import { temporaryDirectory } from './temporary-directory.ts'

/** A clock that stands still until it is moved. */
export interface TestClock {
  (): Date
  advance(ms: number): void
}

export function testClock(start = '2026-02-20T10:42:00.000Z'): TestClock {
  let now = Date.parse(start)
  return Object.assign(() => new Date(now), {
    advance(ms: number) {
      now += ms
    },
  })
}

/** Keyring and clock for a test database. */
export async function testKeyDeps(database: Database): Promise<KeyDeps & { clock: TestClock }> {
  const keyring = await openKeyring(database, masterKeySource({ DATA_DIR: temporaryDirectory() }))
  return { database, keyring, clock: testClock() }
}

/** A workspace of its own for a suite; its id and an agent that may do everything in it. */
export async function testWorkspace(deps: KeyDeps, plan: PlanName = 'pro') {
  const workspace = await deps.database.transaction((tx) => createWorkspace(tx, deps, 'cli', { name: 'Test', plan }))
  return { ...workspace, agent: { workspace_id: workspace.id, actor: 'cli' } }
}
