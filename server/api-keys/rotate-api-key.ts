import type { CreatedApiKey } from '@innohire/contract'
import { recordAudit } from '../audit/record-audit.ts'
import { ApiError } from '../errors.ts'
import { issueApiKey } from './create-api-key.ts'
import { grantsOf, grantsOfAgent, requireWithin } from './grants.ts'
import { announceKeyChange } from './key-changes.ts'
import type { KeyAgent, KeyDeps } from './key-deps.ts'
import type { ApiKeyRow } from './present-api-key.ts'
import { getApiKeyForUpdate, updateApiKey } from './store.ts'

/** How much longer the old key works, in ms. */
export const oldKeyLives = { now: 0, '1h': 3_600_000, '24h': 86_400_000, '7d': 7 * 86_400_000 } as const

/**
 * Replaces a key by a new one of the same name, scopes and limits. A key that was made for some days gets as many days
 * anew, but never beyond the expiry of the key that rotates it.
 * @throws ApiError api_key_not_found; invalid_parameter for a key that no longer works; insufficient_scope
 */
export function rotateApiKey(
  deps: KeyDeps,
  agent: KeyAgent,
  key_id: string,
  old_key_lives: keyof typeof oldKeyLives,
): Promise<CreatedApiKey> {
  return deps.database.inWorkspace(agent.workspace_id, async (tx) => {
    const now = deps.clock()
    const old = await getApiKeyForUpdate(tx, agent.workspace_id, key_id)
    refuseDeadKey(old, now)
    const maker = await grantsOfAgent(tx, agent)
    const grants = { ...grantsOf(old), expires_at: earlier(renewedExpiry(old, now), maker.expires_at) }
    requireWithin(grants, maker)

    const created = await issueApiKey(tx, deps, agent, old.name, grants)
    const lives = oldKeyLives[old_key_lives]
    const ends =
      lives === 0 ? { revoked_at: now } : { expires_at: earlier(new Date(now.getTime() + lives), old.expires_at) }
    await updateApiKey(tx, old, { ...ends, replaced_by: created.id })
    await announceKeyChange(tx, old.id)
    await recordAudit(tx, deps.keyring, now, {
      ...agent,
      action: 'api_key.rotated',
      object: old.id,
      detail: { replaced_by: created.id, old_key_lives },
    })
    return created
  })
}

function refuseDeadKey(old: ApiKeyRow, now: Date): void {
  const why = old.revoked_at
    ? 'was revoked'
    : old.expires_at && old.expires_at <= now
      ? 'has expired'
      : old.replaced_by && `was replaced by ${old.replaced_by}`
  if (why)
    throw new ApiError('invalid_parameter', { param: 'key_id', message: `The key ${why}. Create a new key instead.` })
}

const renewedExpiry = (old: ApiKeyRow, now: Date): Date | null =>
  old.expires_at && new Date(now.getTime() + old.expires_at.getTime() - old.created_at.getTime())

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
