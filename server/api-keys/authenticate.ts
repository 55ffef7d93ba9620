import { timingSafeEqual } from 'node:crypto'
import type { Scope } from '@innohire/contract'
import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { recordAudit } from '../audit/record-audit.ts'
import { apiKeys, workspaces } from '../db/schema.ts'
import { ApiError } from '../errors.ts'
import type { Actor } from './actor.ts'
import { isAddressAllowed } from './allowed-addresses.ts'
import { keyChanges } from './key-changes.ts'
import type { KeyDeps } from './key-deps.ts'
import { bearerOf, hashKey, parseKey } from './key-format.ts'

/** How long a key that was looked up is believed, in ms; a change of any key drops all of them at once. */
const cacheMs = 30_000
const cacheEntries = 10_000
/** `last_used_at` is written at most this often, in ms. */
const usedEveryMs = 60_000

interface Entry {
  key: typeof apiKeys.$inferSelect
  plan: Actor['workspace']['plan']
  writer: Actor['workspace']['writer']
  found_at: number
}

export interface Authenticator {
  /**
   * The actor of an Authorization header.
   * @throws ApiError missing_api_key, invalid_api_key, revoked_api_key, expired_api_key, ip_not_allowed
   */
  authenticate(authorization: string | undefined, remote_ip: string): Promise<Actor>
  /** Notes that the key of this header crossed the network in clear, where it is one of ours. */
  flagExposedKey(authorization: string | undefined): Promise<void>
  close(): Promise<void>
}

/** Checks API keys against the database, with a cache that hears of every change in any process. */
export async function openAuthenticator(deps: KeyDeps): Promise<Authenticator> {
  const { database, clock } = deps
  const cache = new Map<string, Entry>()
  const writes = new Set<Promise<unknown>>()
  // A look-up that began before a change may end after it: what it found must not be kept.
  let changes = 0
  const dropAll = () => {
    changes++
    cache.clear()
  }
  const listener = await database.listen(keyChanges, { onMessage: dropAll, onGap: dropAll })

  async function find(hash: Buffer): Promise<Entry | undefined> {
    const name = hash.toString('base64')
    const now = clock().getTime()
    const cached = listener.isLive() ? cache.get(name) : undefined
    if (cached && Math.abs(now - cached.found_at) < cacheMs) return cached
    const changesBefore = changes
    const [row] = await database.transaction((tx) =>
      tx
        .select({ key: apiKeys, plan: workspaces.plan, writer: workspaces.writer })
        .from(apiKeys)
        .innerJoin(workspaces, eq(workspaces.id, apiKeys.workspace_id))
        .where(eq(apiKeys.hash, hash)),
    )
    if (row === undefined || !timingSafeEqual(row.key.hash, hash)) return undefined
    const entry = { ...row, found_at: now }
    if (listener.isLive() && changes === changesBefore) {
      if (cache.size >= cacheEntries) cache.clear()
      cache.set(name, entry)
    }
    return entry
  }

  function noteUse({ key }: Entry, remote_ip: string): void {
    const now = clock()
    const before = new Date(now.getTime() - usedEveryMs)
    if (key.last_used_at && key.last_used_at > before) return
    key.last_used_at = now
    const write = database
      .inWorkspace(key.workspace_id, (tx) =>
        tx
          .update(apiKeys)
          .set({ last_used_at: now, last_used_ip: remote_ip })
          .where(and(eq(apiKeys.id, key.id), or(isNull(apiKeys.last_used_at), lte(apiKeys.last_used_at, before)))),
      )
      // Nobody waits for it, and a request must not fail for it.
      .catch(() => {})
      .finally(() => writes.delete(write))
    writes.add(write)
  }

  return {
    async authenticate(authorization, remote_ip) {
      if (!authorization) throw new ApiError('missing_api_key')
      const text = bearerOf(authorization)
      if (text === undefined)
        throw new ApiError('invalid_api_key', {
          message: 'The Authorization header has another form. Send `Authorization: Bearer ih_live_...`.',
        })
      if (parseKey(text) === undefined) throw new ApiError('invalid_api_key')
      const entry = await find(hashKey(text))
      if (entry === undefined) throw new ApiError('invalid_api_key')
      const { key, plan, writer } = entry
      const now = clock()
      if (key.revoked_at) throw new ApiError('revoked_api_key')
      if (key.expires_at && key.expires_at <= now) throw new ApiError('expired_api_key')
      if (!isAddressAllowed(key.allowed_cidrs, remote_ip)) throw new ApiError('ip_not_allowed')
      noteUse(entry, remote_ip)
      return {
        workspace: { id: key.workspace_id, plan, writer },
        api_key: {
          id: key.id,
          name: key.name,
          scopes: key.scopes as Scope[],
          rate_limit_per_min: key.rate_limit_per_min,
          hint: key.hint,
        },
      }
    },
    async flagExposedKey(authorization) {
      const text = authorization && bearerOf(authorization)
      if (!text || parseKey(text) === undefined) return
      const at = clock()
      await database.transaction(async (tx) => {
        const [key] = await tx
          .update(apiKeys)
          .set({ exposed_over_http_at: at })
          .where(and(eq(apiKeys.hash, hashKey(text)), isNull(apiKeys.exposed_over_http_at)))
          .returning()
        if (key === undefined) return
        await recordAudit(tx, deps.keyring, at, {
          workspace_id: key.workspace_id,
          actor: 'system',
          action: 'api_key.exposed_over_http',
          object: key.id,
        })
      })
    },
    async close() {
      await listener.stop()
      await Promise.all(writes)
    },
  }
}
