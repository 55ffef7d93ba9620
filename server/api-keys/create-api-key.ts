import type { CreateApiKeyRequest, CreatedApiKey } from '@innohire/contract'
import { recordAudit } from '../audit/record-audit.ts'
import type { Transaction } from '../db/open.ts'
import { ApiError } from '../errors.ts'
import { newId } from '../ids.ts'
import { type Grants, grantsOfAgent, resolveGrants } from './grants.ts'
import type { KeyAgent, KeyDeps } from './key-deps.ts'
import { generateKey, hashKey, hintOf } from './key-format.ts'
import { presentApiKey } from './present-api-key.ts'
import { environmentOf, insertApiKey } from './store.ts'

/** Makes a key; its text is in the answer only. @throws ApiError where it would go beyond its maker */
export function createApiKey(deps: KeyDeps, agent: KeyAgent, input: CreateApiKeyRequest): Promise<CreatedApiKey> {
  return deps.database.inWorkspace(agent.workspace_id, async (tx) => {
    const { name, expires_at, ...asked } = input
    const expiry = expires_at === undefined ? undefined : new Date(expires_at)
    if (expiry && expiry <= deps.clock())
      throw new ApiError('invalid_parameter', { param: 'expires_at', message: '`expires_at` must lie in the future.' })
    const grants = resolveGrants(await grantsOfAgent(tx, agent), { ...asked, expires_at: expiry })
    return issueApiKey(tx, deps, agent, name, grants)
  })
}

/** Stores a new key with these grants and tells the audit log; `text` where the operator brings the key. */
export async function issueApiKey(
  tx: Transaction,
  deps: KeyDeps,
  agent: KeyAgent,
  name: string,
  grants: Grants,
  text?: string,
): Promise<CreatedApiKey> {
  const key = text ?? generateKey(await environmentOf(tx, agent.workspace_id))
  const created_at = deps.clock()
  const row = await insertApiKey(tx, {
    id: newId('key', created_at),
    workspace_id: agent.workspace_id,
    name,
    hash: hashKey(key),
    hint: hintOf(key),
    ...grants,
    created_by: agent.actor,
    created_at,
    last_used_at: null,
    last_used_ip: null,
    revoked_at: null,
    replaced_by: null,
    exposed_over_http_at: null,
  })
  await recordAudit(tx, deps.keyring, created_at, {
    ...agent,
    action: 'api_key.created',
    object: row.id,
    detail: { scopes: grants.scopes, rate_limit_per_min: grants.rate_limit_per_min },
  })
  return { ...presentApiKey(row), key }
}
