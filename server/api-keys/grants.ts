import { scopes as allScopes, defaultScopes, type Scope } from '@innohire/contract'
import type { Transaction } from '../db/open.ts'
import { ApiError } from '../errors.ts'
import { areRangesWithin } from './allowed-addresses.ts'
import type { KeyAgent } from './key-deps.ts'
import type { ApiKeyRow } from './present-api-key.ts'
import { findApiKey } from './store.ts'

/** What a key may do: what its maker passes on at most. */
export interface Grants {
  scopes: Scope[]
  rate_limit_per_min: number | null
  allowed_cidrs: string[]
  expires_at: Date | null
}

const everything: Grants = { scopes: [...allScopes], rate_limit_per_min: null, allowed_cidrs: [], expires_at: null }

export const grantsOf = (row: ApiKeyRow): Grants => ({
  scopes: row.scopes as Scope[],
  rate_limit_per_min: row.rate_limit_per_min,
  allowed_cidrs: row.allowed_cidrs,
  expires_at: row.expires_at,
})

/** What the agent may pass on: all, for the operator; what it has itself, for a key, as it stands in this transaction. */
export async function grantsOfAgent(tx: Transaction, agent: KeyAgent): Promise<Grants> {
  if (agent.api_key_id === undefined) return everything
  const own = await findApiKey(tx, agent.workspace_id, agent.api_key_id)
  if (own === undefined || own.revoked_at) throw new ApiError('revoked_api_key')
  return grantsOf(own)
}

/** What a new key gets: what was asked for, and the maker's own limits where nothing was. @throws ApiError 403 */
export function resolveGrants(maker: Grants, asked: { [Name in keyof Grants]?: Grants[Name] | undefined }): Grants {
  const grants: Grants = {
    scopes: asked.scopes ? [...new Set(asked.scopes)] : defaultScopes.filter((scope) => maker.scopes.includes(scope)),
    rate_limit_per_min: asked.rate_limit_per_min ?? maker.rate_limit_per_min,
    allowed_cidrs: asked.allowed_cidrs?.length ? asked.allowed_cidrs : maker.allowed_cidrs,
    expires_at: asked.expires_at ?? maker.expires_at,
  }
  requireWithin(grants, maker)
  return grants
}

/** @throws ApiError insufficient_scope where `grants` go beyond those of the maker */
export function requireWithin(grants: Grants, maker: Grants): void {
  const refuse = (param: string, message: string) => {
    throw new ApiError('insufficient_scope', { param, message: `A key cannot grant more than it has: ${message}` })
  }
  const missing = grants.scopes.filter((scope) => !maker.scopes.includes(scope))
  if (missing.length > 0) refuse('scopes', `your key lacks ${missing.join(', ')}.`)
  if (grants.scopes.length === 0) refuse('scopes', 'your key has none of the default scopes. Name the scopes.')
  if (maker.rate_limit_per_min !== null && (grants.rate_limit_per_min ?? Infinity) > maker.rate_limit_per_min)
    refuse('rate_limit_per_min', `your key is limited to ${maker.rate_limit_per_min} requests a minute.`)
  if (!areRangesWithin(grants.allowed_cidrs, maker.allowed_cidrs))
    refuse('allowed_cidrs', `your key may be used from ${maker.allowed_cidrs.join(', ')} only.`)
  if (maker.expires_at && (grants.expires_at === null || grants.expires_at > maker.expires_at))
    refuse('expires_at', `your key expires at ${maker.expires_at.toISOString()}.`)
}
