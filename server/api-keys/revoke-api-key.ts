import type { ApiKey } from '@innohire/contract'
import { recordAudit } from '../audit/record-audit.ts'
import { announceKeyChange } from './key-changes.ts'
import type { KeyAgent, KeyDeps } from './key-deps.ts'
import { presentApiKey } from './present-api-key.ts'
import { getApiKeyForUpdate, updateApiKey } from './store.ts'

/** Ends a key in all processes within a second; a second time changes nothing. @throws ApiError api_key_not_found */
export function revokeApiKey(deps: KeyDeps, agent: KeyAgent, key_id: string): Promise<ApiKey> {
  return deps.database.inWorkspace(agent.workspace_id, async (tx) => {
    const row = await getApiKeyForUpdate(tx, agent.workspace_id, key_id)
    if (row.revoked_at) return presentApiKey(row)
    const revoked_at = deps.clock()
    const revoked = await updateApiKey(tx, row, { revoked_at })
    await announceKeyChange(tx, key_id)
    await recordAudit(tx, deps.keyring, revoked_at, { ...agent, action: 'api_key.revoked', object: key_id })
    return presentApiKey(revoked)
  })
}
