import { beforeAll, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../audit/verify-audit-chain.ts'
import { apiKeys } from '../db/schema.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { type TestClock, testKeyDeps, testWorkspace } from '../testing/key-deps.ts'
import { changeWorkspace } from '../workspaces/change-workspace.ts'
import { type Authenticator, openAuthenticator } from './authenticate.ts'
import { createApiKey } from './create-api-key.ts'
import type { KeyAgent, KeyDeps } from './key-deps.ts'
import { generateKey } from './key-format.ts'
import { listApiKeys } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { rotateApiKey } from './rotate-api-key.ts'

const ip = '203.0.113.9'

forEachDatabase('API keys', (open) => {
  let deps: KeyDeps & { clock: TestClock }
  let agent: KeyAgent
  let other: KeyAgent
  let auth: Authenticator
  const bearer = (key: string) => auth.authenticate(`Bearer ${key}`, ip)
  const refusal = (key: string) =>
    bearer(key).then(
      () => 'accepted',
      (error) => error.code,
    )

  beforeAll(async () => {
    deps = await testKeyDeps(await open())
    agent = (await testWorkspace(deps)).agent
    other = (await testWorkspace(deps)).agent
    auth = await openAuthenticator(deps)
    return () => auth.close()
  })

  describe('authentication', () => {
    it('gives the workspace, plan, scopes and limit of a key', async () => {
      const { key, id } = await createApiKey(deps, agent, { name: 'one', rate_limit_per_min: 7 })
      expect(await bearer(key)).toEqual({
        workspace: { id: agent.workspace_id, plan: 'pro', writer: 'builtin' },
        api_key: {
          id,
          name: 'one',
          scopes: ['evaluate:write', 'bulk:write', 'jobs:read', 'transcripts:write'],
          rate_limit_per_min: 7,
          hint: `${key.slice(0, 12)}...${key.slice(-4)}`,
        },
      })
    })

    it('tells apart a missing, an unknown and a misspelt key', async () => {
      await expect(auth.authenticate(undefined, ip)).rejects.toMatchObject({ code: 'missing_api_key', status: 401 })
      expect(await refusal(generateKey('live'))).toBe('invalid_api_key')
      expect(await refusal('ih_live_0123456789ABCDEFGHIJKLMNOPQRSTUV000000')).toBe('invalid_api_key')
    })

    it('refuses a key from the moment of its expiry', async () => {
      const expires_at = new Date(deps.clock().getTime() + 60_000).toISOString()
      const { key } = await createApiKey(deps, agent, { name: 'short', expires_at })
      expect(await refusal(key)).toBe('accepted')
      deps.clock.advance(60_000)
      expect(await refusal(key)).toBe('expired_api_key')
    })

    it('refuses a key from an address that it is not made for', async () => {
      const { key } = await createApiKey(deps, agent, { name: 'office', allowed_cidrs: ['198.51.100.0/24'] })
      expect(await refusal(key)).toBe('ip_not_allowed')
      await expect(auth.authenticate(`Bearer ${key}`, '198.51.100.7')).resolves.toBeDefined()
    })

    it('refuses a revoked key within a second, though it was used before, in another process too', async () => {
      const elsewhere = await openAuthenticator(deps)
      const { key, id } = await createApiKey(deps, agent, { name: 'doomed' })
      await elsewhere.authenticate(`Bearer ${key}`, ip)
      expect(await refusal(key)).toBe('accepted')
      await revokeApiKey(deps, agent, id)
      const refused = async () => {
        await expect(elsewhere.authenticate(`Bearer ${key}`, ip)).rejects.toMatchObject({ code: 'revoked_api_key' })
        expect(await refusal(key)).toBe('revoked_api_key')
      }
      await expect
        .poll(
          () =>
            refused().then(
              () => true,
              () => false,
            ),
          { timeout: 1_000, interval: 20 },
        )
        .toBe(true)
      await elsewhere.close()
    })

    it('does not ask the database for a key that it has just seen', async () => {
      const { key } = await createApiKey(deps, agent, { name: 'hot' })
      let queries = 0
      const counting = await openAuthenticator({
        ...deps,
        database: {
          ...deps.database,
          transaction: (fn) => {
            queries++
            return deps.database.transaction(fn)
          },
        },
      })
      for (let i = 0; i < 5; i++) await counting.authenticate(`Bearer ${key}`, ip)
      expect(queries).toBe(1)
      deps.clock.advance(30_000)
      await counting.authenticate(`Bearer ${key}`, ip)
      expect(queries).toBe(2)
      await counting.close()
    })

    it('does not keep what it looked up while the key was being revoked', async () => {
      const { key, id } = await createApiKey(deps, agent, { name: 'raced' })
      const heard = Promise.withResolvers<void>()
      let isRevoked = false
      const racing = await openAuthenticator({
        ...deps,
        database: {
          ...deps.database,
          listen: (channel, handlers) =>
            deps.database.listen(channel, {
              ...handlers,
              onMessage(payload) {
                handlers.onMessage(payload)
                if (payload === id) heard.resolve()
              },
            }),
          // The answer of the look-up arrives after the news of the change.
          async transaction(fn) {
            const found = await deps.database.transaction(fn)
            if (!isRevoked) {
              isRevoked = true
              await revokeApiKey(deps, agent, id)
              await heard.promise
            }
            return found
          },
        },
      })
      await racing.authenticate(`Bearer ${key}`, ip)
      await expect(racing.authenticate(`Bearer ${key}`, ip)).rejects.toMatchObject({ code: 'revoked_api_key' })
      await racing.close()
    })

    it('knows a new plan within a second', async () => {
      const { key } = await createApiKey(deps, other, { name: 'upgrade' })
      expect((await bearer(key)).workspace.plan).toBe('pro')
      await changeWorkspace(deps, 'cli', other.workspace_id, { plan: 'enterprise' })
      await expect
        .poll(async () => (await bearer(key)).workspace.plan, { timeout: 1_000, interval: 20 })
        .toBe('enterprise')
    })

    it('writes the last use at most once a minute', async () => {
      const { key, id } = await createApiKey(deps, agent, { name: 'used' })
      const lastUse = async () =>
        (await listApiKeys(deps, agent, { limit: 100 })).data.find((k) => k.id === id)!.last_used_at
      const first = deps.clock().toISOString()
      await bearer(key)
      await expect.poll(lastUse).toBe(first)
      deps.clock.advance(59_000)
      await bearer(key)
      expect(await lastUse()).toBe(first)
      deps.clock.advance(1_000)
      await bearer(key)
      await expect.poll(lastUse).toBe(deps.clock().toISOString())
    })

    it('flags a key that was sent in clear, once', async () => {
      const { key, id } = await createApiKey(deps, agent, { name: 'leaked' })
      const flagged = async () =>
        (await listApiKeys(deps, agent, { limit: 100 })).data.find((k) => k.id === id)!.exposed_over_http_at
      const at = deps.clock().toISOString()
      await auth.flagExposedKey(`Bearer ${key}`)
      expect(await flagged()).toBe(at)
      deps.clock.advance(1_000)
      await auth.flagExposedKey(`Bearer ${key}`)
      expect(await flagged()).toBe(at)
      await auth.flagExposedKey('Bearer nonsense')
    })
  })

  it('never stores the text of a key', async () => {
    const { key } = await createApiKey(deps, agent, { name: 'secret' })
    const rows = await deps.database.transaction((tx) => tx.select().from(apiKeys))
    expect(JSON.stringify(rows)).not.toContain(key.slice(8, -4))
  })

  describe('a key that makes keys', () => {
    const maker = async (grants: object): Promise<KeyAgent> => {
      const { id } = await createApiKey(deps, agent, { name: 'maker', ...grants })
      return { ...agent, actor: `key:${id}`, api_key_id: id }
    }

    it('grants no scope that it lacks', async () => {
      const limited = await maker({ scopes: ['api_keys:manage', 'jobs:read'] })
      const asked = createApiKey(deps, limited, { name: 'x', scopes: ['jobs:read', 'jobs:delete'] })
      await expect(asked).rejects.toMatchObject({ code: 'insufficient_scope', param: 'scopes' })
      const created = await createApiKey(deps, limited, { name: 'x' })
      expect(created.scopes).toEqual(['jobs:read'])
    })

    it('grants no higher limit, wider addresses or later expiry than its own, and passes its own on', async () => {
      const expires_at = new Date(deps.clock().getTime() + 86_400_000).toISOString()
      const own = { rate_limit_per_min: 10, allowed_cidrs: ['10.0.0.0/8'], expires_at }
      const limited = await maker({ scopes: ['api_keys:manage', 'jobs:read'], ...own })
      const beyond = [
        { rate_limit_per_min: 11 },
        { allowed_cidrs: ['0.0.0.0/0'] },
        { expires_at: new Date(deps.clock().getTime() + 2 * 86_400_000).toISOString() },
      ]
      for (const asked of beyond)
        await expect(createApiKey(deps, limited, { name: 'x', ...asked })).rejects.toMatchObject({
          status: 403,
          param: Object.keys(asked)[0],
        })
      expect(await createApiKey(deps, limited, { name: 'x' })).toMatchObject(own)
    })

    it('cannot rotate a key that may do more', async () => {
      const limited = await maker({ scopes: ['api_keys:manage'] })
      const { id } = await createApiKey(deps, agent, { name: 'strong', scopes: ['jobs:delete'] })
      await expect(rotateApiKey(deps, limited, id, 'now')).rejects.toMatchObject({ code: 'insufficient_scope' })
    })
  })

  it('refuses an expiry that has passed', async () => {
    const expires_at = deps.clock().toISOString()
    await expect(createApiKey(deps, agent, { name: 'x', expires_at })).rejects.toMatchObject({ param: 'expires_at' })
  })

  describe('rotation', () => {
    it('makes a new key of the same name, scopes and limits, and the old one lives on as asked', async () => {
      const old = await createApiKey(deps, agent, { name: 'ats', scopes: ['jobs:read'], rate_limit_per_min: 5 })
      const next = await rotateApiKey(deps, agent, old.id, '1h')
      expect(next).toMatchObject({ name: 'ats', scopes: ['jobs:read'], rate_limit_per_min: 5, expires_at: null })
      expect([await refusal(old.key), await refusal(next.key)]).toEqual(['accepted', 'accepted'])
      deps.clock.advance(3_600_000)
      expect([await refusal(old.key), await refusal(next.key)]).toEqual(['expired_api_key', 'accepted'])
      const listed = (await listApiKeys(deps, agent, { limit: 100 })).data.find((key) => key.id === old.id)
      expect(listed!.replaced_by).toBe(next.id)
    })

    it('ends the old key at once where asked', async () => {
      const old = await createApiKey(deps, agent, { name: 'ats' })
      await rotateApiKey(deps, agent, old.id, 'now')
      await expect.poll(() => refusal(old.key), { timeout: 1_000 }).toBe('revoked_api_key')
    })

    it('never lets the old key outlive its own expiry', async () => {
      const expires_at = new Date(deps.clock().getTime() + 60_000).toISOString()
      const old = await createApiKey(deps, agent, { name: 'ats', expires_at })
      await rotateApiKey(deps, agent, old.id, '7d')
      deps.clock.advance(60_000)
      await expect.poll(() => refusal(old.key), { timeout: 1_000 }).toBe('expired_api_key')
    })

    it('refuses a key that was revoked or rotated before', async () => {
      const old = await createApiKey(deps, agent, { name: 'ats' })
      await rotateApiKey(deps, agent, old.id, '24h')
      await expect(rotateApiKey(deps, agent, old.id, '24h')).rejects.toMatchObject({ code: 'invalid_parameter' })
    })

    it('makes one new key when asked twice at the same time', async () => {
      const old = await createApiKey(deps, agent, { name: 'raced' })
      const both = await Promise.allSettled([
        rotateApiKey(deps, agent, old.id, '24h'),
        rotateApiKey(deps, agent, old.id, '24h'),
      ])
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    })
  })

  it("answers another workspace's key id as a missing one", async () => {
    const { id } = await createApiKey(deps, agent, { name: 'mine' })
    const missing = { code: 'api_key_not_found', status: 404 }
    await expect(revokeApiKey(deps, other, id)).rejects.toMatchObject(missing)
    await expect(rotateApiKey(deps, other, id, 'now')).rejects.toMatchObject(missing)
    await expect(revokeApiKey(deps, other, 'key_none')).rejects.toMatchObject(missing)
  })

  describe('the list', () => {
    it('pages through all keys, newest first, each once, though they are made at the same moment', async () => {
      const { agent: fresh } = await testWorkspace(deps)
      const made: string[] = []
      for (let i = 0; i < 7; i++) {
        if (i % 3 === 0) deps.clock.advance(1_000)
        made.push((await createApiKey(deps, fresh, { name: `k${i}` })).id)
      }
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listApiKeys(deps, fresh, { limit: 3, cursor })
        seen.push(...page.data.map((key) => key.id))
        expect(page.has_more).toBe(page.next_cursor !== null)
        cursor = page.next_cursor ?? undefined
      } while (cursor)
      expect(seen.toSorted()).toEqual(made.toSorted())
      expect(seen[0]).toBe(made[6])
    })

    it('refuses a cursor that was changed or made for another workspace', async () => {
      for (let i = 0; i < 2; i++) await createApiKey(deps, agent, { name: 'x' })
      const { next_cursor } = await listApiKeys(deps, agent, { limit: 1 })
      const refused = { code: 'invalid_parameter', param: 'cursor' }
      await expect(listApiKeys(deps, other, { limit: 1, cursor: next_cursor! })).rejects.toMatchObject(refused)
      for (const cursor of [`${next_cursor}AA`, 'x', ''])
        await expect(listApiKeys(deps, agent, { limit: 1, cursor })).rejects.toMatchObject(refused)
    })
  })

  it('leaves an audit chain that verifies', async () => {
    const verdict = await verifyAuditChain(deps.database, deps.keyring, agent.workspace_id)
    expect(verdict).toMatchObject({ is_intact: true })
    expect(verdict.entries).toBeGreaterThan(10)
  })
})
