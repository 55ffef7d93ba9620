import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { scopes } from '@innohire/contract'
import { expect, it } from 'vitest'
import { openAuthenticator } from '../api-keys/authenticate.ts'
import { generateKey, parseKey } from '../api-keys/key-format.ts'
import { completeSetup, findSetupToken, isSetupToken } from '../setup/setup-token.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { testKeyDeps } from '../testing/key-deps.ts'
import { temporaryDirectory } from '../testing/temporary-directory.ts'
import { bootstrap } from './bootstrap.ts'
import { listWorkspaces } from './list-workspaces.ts'

forEachDatabase('the first start', (open) => {
  it('makes one workspace and a key with every scope, and nothing the second time', async () => {
    const deps = await testKeyDeps(await open())
    const data_dir = temporaryDirectory()
    const first = await bootstrap(deps, { data_dir, plan: 'enterprise' })
    expect(parseKey(first!.api_key!)).toBe('live')
    const auth = await openAuthenticator(deps)
    const actor = await auth.authenticate(`Bearer ${first!.api_key}`, '127.0.0.1')
    expect(actor).toMatchObject({ workspace: { plan: 'enterprise' }, api_key: { scopes } })
    await auth.close()
    expect(await bootstrap(deps, { data_dir, plan: 'starter', api_key: 'not read any more' })).toBeUndefined()
    expect(await listWorkspaces(deps.database)).toHaveLength(1)
  })

  it('takes the key of the operator and does not give it back', async () => {
    const deps = await testKeyDeps(await open())
    const api_key = generateKey('live')
    const first = await bootstrap(deps, { data_dir: temporaryDirectory(), plan: 'starter', api_key })
    expect(JSON.stringify(first)).not.toContain(api_key)
    const auth = await openAuthenticator(deps)
    expect((await auth.authenticate(`Bearer ${api_key}`, '127.0.0.1')).workspace.plan).toBe('starter')
    await auth.close()
  })

  it('refuses a bootstrap key without the form or checksum of a key, does not repeat it, and leaves nothing', async () => {
    const deps = await testKeyDeps(await open())
    const api_key = `${generateKey('live').slice(0, -1)}_`
    const start = () => bootstrap(deps, { data_dir: temporaryDirectory(), plan: 'pro', api_key })
    await expect(start()).rejects.toThrow('INNOHIRE_BOOTSTRAP_API_KEY is not an API key')
    await expect(start()).rejects.not.toThrow(api_key)
    expect(await listWorkspaces(deps.database)).toEqual([])
  })

  it('makes one workspace when several processes start together', async () => {
    const deps = await testKeyDeps(await open())
    const data_dir = temporaryDirectory()
    const started = await Promise.all([1, 2, 3].map(() => bootstrap(deps, { data_dir, plan: 'pro' })))
    expect(started.filter((one) => one !== undefined)).toHaveLength(1)
    expect(await listWorkspaces(deps.database)).toHaveLength(1)
  })

  it('gives a set-up token that its owner alone can read and that is void after the set-up', async () => {
    const deps = await testKeyDeps(await open())
    const data_dir = temporaryDirectory()
    const { setup_token } = (await bootstrap(deps, { data_dir, plan: 'pro' }))!
    const file = join(data_dir, 'setup-token')
    expect(readFileSync(file, 'utf8').trim()).toBe(setup_token)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await deps.database.transaction(async (tx) => {
      expect(await isSetupToken(tx, setup_token)).toBe(true)
      expect(await isSetupToken(tx, `${setup_token}x`)).toBe(false)
      expect(await findSetupToken(tx, data_dir)).toBe(setup_token)
      await completeSetup(tx, deps.clock(), data_dir)
      expect(await isSetupToken(tx, setup_token)).toBe(false)
      expect(await findSetupToken(tx, data_dir)).toBeUndefined()
    })
  })
})
