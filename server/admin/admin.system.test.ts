import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startChild } from '../testing/child.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { temporaryDirectory } from '../testing/temporary-directory.ts'
import { openAdmin } from './client.ts'
import { examine } from './doctor.ts'

const holder = join(import.meta.dirname, '../testing/hold-database.ts')

describe('the operator', () => {
  it('manages keys while the server holds the embedded database, and after it was killed', async () => {
    const DATA_DIR = temporaryDirectory()
    const server = startChild(holder, [], { DATA_DIR })
    await server.until(/serving/)
    const running = await openAdmin({ DATA_DIR })
    expect(running.mode).toBe('server')
    const created = await running.call('keys.create', { name: 'From the command line' })
    expect(statSync(join(DATA_DIR, 'admin.sock')).mode & 0o777).toBe(0o600)
    await running.close()

    await server.kill('SIGKILL')
    const stopped = await openAdmin({ DATA_DIR })
    expect(stopped.mode).toBe('database')
    const listed = await stopped.call('keys.list', {})
    expect(listed.data.map((key) => key.id)).toContain(created.id)
    expect(JSON.stringify(listed)).not.toContain(created.key)
    await stopped.close()
  })

  it('gets the error of a command, from the server as without it', async () => {
    const DATA_DIR = temporaryDirectory()
    const server = startChild(holder, [], { DATA_DIR })
    await server.until(/serving/)
    const failing = async () => {
      const admin = await openAdmin({ DATA_DIR })
      try {
        await expect(admin.call('keys.revoke', { key_id: 'key_none' })).rejects.toThrow('There is no API key key_none')
        await expect(admin.call('keys.create', { name: ' ' })).rejects.toThrow('name')
        await expect(admin.call('toString' as 'status', {})).rejects.toThrow('no command')
      } finally {
        await admin.close()
      }
      return admin.mode
    }
    expect(await failing()).toBe('server')
    await server.kill('SIGKILL')
    expect(await failing()).toBe('database')
  })

  it('reaches the server though the path of the data directory is too long for a socket', async () => {
    const DATA_DIR = join(temporaryDirectory(), 'a'.repeat(120))
    const server = startChild(holder, [], { DATA_DIR })
    await server.until(/serving/)
    const admin = await openAdmin({ DATA_DIR })
    expect(admin.mode).toBe('server')
    await admin.close()
    await server.kill('SIGKILL')
  })

  it('is told to start the server first where there is no database', async () => {
    const DATA_DIR = join(temporaryDirectory(), 'none')
    await expect(openAdmin({ DATA_DIR })).rejects.toThrow('start the server once')
    expect(existsSync(DATA_DIR)).toBe(false)
  })
})

forEachDatabase("the operator's commands", (_open, engine) => {
  const start = async () => {
    const { data_dir, database_url } = await engine.freshOptions()
    const settings = { DATA_DIR: data_dir, ...(database_url ? { DATABASE_URL: database_url } : {}) }
    if (!database_url) {
      const server = startChild(holder, [], { DATA_DIR: data_dir })
      await server.until(/serving/)
      await server.kill('SIGKILL')
    }
    return { settings, admin: await openAdmin(settings) }
  }

  it('do the life of a workspace and a key', async () => {
    const { admin } = await start()
    const workspace = await admin.call('workspaces.create', { name: 'Second', plan: 'starter' })
    const workspace_id = workspace.id
    expect(await admin.call('workspaces.set-writer', { workspace_id, writer: 'llm' })).toMatchObject({ writer: 'llm' })
    expect(await admin.call('workspaces.set-plan', { workspace_id, plan: 'pro' })).toMatchObject({ plan: 'pro' })
    const key = await admin.call('keys.create', { workspace_id, name: 'k', scopes: ['jobs:read'] })
    const next = await admin.call('keys.rotate', { key_id: key.id, old_key_lives: 'now' })
    await admin.call('keys.revoke', { key_id: next.id })
    const listed = await admin.call('keys.list', { workspace_id })
    expect(listed.data.map((one) => [one.id, one.revoked_at !== null])).toEqual(
      expect.arrayContaining([
        [key.id, true],
        [next.id, true],
      ]),
    )
    expect(await admin.call('audit.verify', { workspace_id })).toMatchObject([{ is_intact: true, entries: 7 }])
    expect(await admin.call('encryption.rotate', {})).toMatchObject({ rewrapped_keys: expect.any(Number) })
    expect(await admin.call('audit.verify', {})).not.toContainEqual(expect.objectContaining({ is_intact: false }))
    const token = await admin.call('setup.token', {})
    expect(await admin.call('setup.token', {})).toBe(token)
    await admin.close()
  })

  it('show the secret of webhooks, and replace it by one beside which the old one signs', async () => {
    const { admin } = await start()
    const { id: workspace_id } = await admin.call('workspaces.create', { name: 'Second', plan: 'starter' })
    const first = await admin.call('webhooks.secret', { workspace_id })
    expect(first).toMatchObject({ secret: expect.stringMatching(/^whsec_/), previous: null })
    expect(await admin.call('webhooks.secret', { workspace_id })).toEqual(first)
    const second = await admin.call('webhooks.rotate-secret', { workspace_id, old_secret_lives: '24h' })
    expect(second.secret).not.toBe(first.secret)
    expect(second.previous?.secret).toBe(first.secret)
    const third = await admin.call('webhooks.rotate-secret', { workspace_id, old_secret_lives: 'now' })
    expect(third.previous).toBeNull()
    expect(await admin.call('webhooks.secret', { workspace_id })).toEqual(third)
    // The workspace was made, the secret rotated twice.
    expect(await admin.call('audit.verify', { workspace_id })).toMatchObject([{ is_intact: true, entries: 3 }])
    await expect(admin.call('webhooks.secret', { workspace_id: 'ws_x' })).rejects.toThrow('no workspace ws_x')
    await admin.close()
  })

  it('ask which workspace is meant where there are several', async () => {
    const { admin } = await start()
    for (const name of ['Second', 'Third']) await admin.call('workspaces.create', { name, plan: 'pro' })
    await expect(admin.call('keys.list', {})).rejects.toThrow(/--workspace.*Second.*Third/s)
    await expect(admin.call('keys.list', { workspace_id: 'ws_x' })).rejects.toThrow('no workspace ws_x')
    await admin.close()
  })

  it('a healthy installation has no problems', async () => {
    const { settings, admin } = await start()
    await admin.close()
    const checks = await examine({ ...settings, PORT: '1' }, new Date())
    expect(checks.filter((check) => check.status === 'problem')).toEqual([])
    expect(checks.map((check) => check.name)).toEqual(
      expect.arrayContaining(['node', 'model', 'disk', 'database', 'encryption key', 'certificate']),
    )
  })

  it('a wrong encryption key is a problem with a way out', async () => {
    const { settings, admin } = await start()
    await admin.close()
    const INNOHIRE_ENCRYPTION_KEY = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'
    const checks = await examine({ ...settings, INNOHIRE_ENCRYPTION_KEY }, new Date())
    expect(checks.find((check) => check.status === 'problem')).toMatchObject({
      name: 'encryption key',
      message: expect.stringContaining('does not match the database'),
    })
  })
})

describe('the examination', () => {
  const problems = async (env: Record<string, string>) =>
    (await examine(env, new Date())).filter((check) => check.status === 'problem')

  it('finds nothing wrong before the first start, and makes nothing', async () => {
    const DATA_DIR = join(temporaryDirectory(), 'none')
    expect(await problems({ DATA_DIR })).toEqual([])
    expect(existsSync(DATA_DIR)).toBe(false)
  })

  it.each([
    ['settings', { PORT: 'eighty' }, 'PORT'],
    ['model', { EMBEDDING_MODEL_DIR: '/nowhere' }, 'EMBEDDING_MODEL_DIR'],
    ['database', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 'DATABASE_URL'],
    ['certificate', { TLS_CERT: '/nowhere', TLS_KEY: '/nowhere' }, 'TLS_CERT'],
  ])('names a problem with %s and what to do', async (name, env, hint) => {
    expect(await problems({ DATA_DIR: temporaryDirectory(), ...env })).toMatchObject([
      { name, message: expect.stringContaining(hint) },
    ])
  })

  it('says which process holds a database that does not answer', async () => {
    const DATA_DIR = temporaryDirectory()
    const server = startChild(holder, [], { DATA_DIR })
    await server.until(/serving/)
    expect(await problems({ DATA_DIR, PORT: '1' })).toEqual([])
    await server.kill('SIGKILL')
    writeFileSync(
      join(DATA_DIR, 'db.lock'),
      JSON.stringify({ pid: 7, started: '1', host: 'another-container', token: 'a' }),
    )
    expect(await problems({ DATA_DIR, PORT: '1' })).toMatchObject([
      { name: 'database', message: expect.stringContaining('Process 7 on another-container') },
    ])
  })
})
