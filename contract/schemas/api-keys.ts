import { z } from 'zod'
import { OneLineName } from './common.ts'

export const scopes = [
  'evaluate:write',
  'bulk:write',
  'jobs:read',
  'jobs:delete',
  'transcripts:write',
  'webhooks:manage',
  'api_keys:manage',
] as const
export type Scope = (typeof scopes)[number]
/** What a key may do unless its creator says otherwise: nothing that deletes or administers. */
export const defaultScopes: Scope[] = ['evaluate:write', 'bulk:write', 'jobs:read', 'transcripts:write']

/** ih_live_ or ih_test_, 32 random base62 characters, 6 of CRC32 over all that stands before. */
export const apiKeyPattern = /\bih_(live|test)_[0-9A-Za-z]{38}\b/

export const ApiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    hint: z.string().meta({ example: 'ih_live_0123...OJfq' }),
    scopes: z.array(z.enum(scopes)),
    rate_limit_per_min: z.int().nullable(),
    allowed_cidrs: z.array(z.string()),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime().nullable(),
    last_used_at: z.iso.datetime().nullable(),
    revoked_at: z.iso.datetime().nullable(),
    replaced_by: z.string().nullable(),
    exposed_over_http_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>

export const CreateApiKeyRequest = z
  .strictObject({
    name: OneLineName,
    scopes: z.array(z.enum(scopes)).min(1).optional(),
    rate_limit_per_min: z.int().min(1).max(100_000).optional(),
    allowed_cidrs: z
      .array(
        z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], {
          error: 'Send an address, or a range such as 10.1.2.0/24.',
        }),
      )
      .max(100)
      .optional(),
    expires_at: z.iso
      .datetime({ offset: true, error: 'Send a time with its zone, such as 2027-01-31T12:00:00Z.' })
      .optional(),
  })
  .meta({ id: 'CreateApiKeyRequest', example: { name: 'ATS integration', scopes: ['evaluate:write', 'jobs:read'] } })
export type CreateApiKeyRequest = z.infer<typeof CreateApiKeyRequest>

export const CreatedApiKey = ApiKey.extend({
  key: z.string().meta({ description: 'The key itself: shown this once.' }),
}).meta({ id: 'CreatedApiKey' })
export type CreatedApiKey = z.infer<typeof CreatedApiKey>

export const RotateApiKeyRequest = z
  .strictObject({
    old_key_lives: z.enum(['now', '1h', '24h', '7d']).default('24h').meta({
      description: 'How much longer the old key works; never past its own expiry. `now` ends it at once.',
    }),
  })
  .meta({ id: 'RotateApiKeyRequest' })

export const ApiKeyList = z
  .object({
    object: z.literal('list'),
    data: z.array(ApiKey),
    has_more: z.boolean(),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: 'ApiKeyList' })
