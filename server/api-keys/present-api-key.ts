import type { ApiKey, Scope } from '@innohire/contract'
import type { apiKeys } from '../db/schema.ts'

export type ApiKeyRow = typeof apiKeys.$inferSelect

const iso = (at: Date | null) => at?.toISOString() ?? null

/** A stored key as the API shows it: never its hash. */
export const presentApiKey = (row: ApiKeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  hint: row.hint,
  scopes: row.scopes as Scope[],
  rate_limit_per_min: row.rate_limit_per_min,
  allowed_cidrs: row.allowed_cidrs,
  created_at: row.created_at.toISOString(),
  expires_at: iso(row.expires_at),
  last_used_at: iso(row.last_used_at),
  revoked_at: iso(row.revoked_at),
  replaced_by: row.replaced_by,
  exposed_over_http_at: iso(row.exposed_over_http_at),
})
