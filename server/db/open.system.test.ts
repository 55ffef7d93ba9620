import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { forEachDatabase } from '../testing/databases.ts'
import { type Database, openDatabase } from './open.ts'
import { workspaces } from './schema.ts'

forEachDatabase('the database', (open, engine) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await database.transaction(async (tx) => {
      for (const id of ['ws_a', 'ws_b'])
        await tx.insert(workspaces).values({ id, name: id, plan: 'pro', created_at: new Date(0) })
    })
  })

  it('answers a ping', () => expect(database.ping()).resolves.toBeUndefined())

  it('shows a transaction only the rows of its workspace, even without a WHERE', async () => {
    const seen = await database.inWorkspace('ws_a', (tx) => tx.select().from(workspaces))
    expect(seen.map((row) => row.id)).toEqual(['ws_a'])
  })

  it('refuses to write a row of another workspace', async () => {
    const write = database.inWorkspace('ws_a', (tx) =>
      tx.insert(workspaces).values({ id: 'ws_c', name: 'c', plan: 'pro', created_at: new Date(0) }),
    )
    await expect(write).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('forgets the workspace and the role at the end of the transaction', async () => {
    await database.inWorkspace('ws_a', (tx) => tx.select().from(workspaces))
    const seen = await database.transaction((tx) => tx.select().from(workspaces))
    expect(seen).toHaveLength(2)
  })

  it('refuses a transaction within another, and takes one that was begun in it but runs afterwards', async () => {
    const nested = database.transaction(() => database.inWorkspace('ws_a', async () => {}))
    await expect(nested).rejects.toThrow('open already')
    const committed = Promise.withResolvers<void>()
    let later: Promise<unknown> = committed.promise
    await database.transaction(async () => {
      later = committed.promise.then(() => database.transaction((tx) => tx.select().from(workspaces)))
    })
    committed.resolve()
    expect(await later).toHaveLength(2)
  })

  it('rolls back what a failing transaction wrote', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.update(workspaces).set({ name: 'changed' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const names = await database.transaction((tx) => tx.select({ name: workspaces.name }).from(workspaces))
    expect(names).not.toContainEqual({ name: 'changed' })
  })

  it('hears notifications after the commit, and none of a transaction that was rolled back', async () => {
    const heard: string[] = []
    let wake = () => {}
    const first = new Promise<void>((resolve) => {
      wake = resolve
    })
    const listener = await database.listen('test_channel', {
      onMessage: (payload) => {
        heard.push(payload)
        wake()
      },
      onGap: () => {},
    })
    await database
      .transaction(async (tx) => {
        await tx.execute(sql`select pg_notify('test_channel', 'rolled back')`)
        throw new Error('no')
      })
      .catch(() => {})
    await database.transaction((tx) => tx.execute(sql`select pg_notify('test_channel', 'committed')`))
    await first
    expect(heard).toEqual(['committed'])
    await listener.stop()
  })

  it('keeps its rows when it is closed and opened again', async () => {
    const options = await engine.freshOptions()
    const first = await openDatabase(options)
    await first.transaction((tx) =>
      tx.insert(workspaces).values({ id: 'ws_kept', name: 'kept', plan: 'pro', created_at: new Date(0) }),
    )
    await first.close()
    const second = await openDatabase(options)
    expect(await second.transaction((tx) => tx.select({ id: workspaces.id }).from(workspaces))).toEqual([
      { id: 'ws_kept' },
    ])
    await second.close()
  })

  it.runIf(engine.kind === 'postgres')('migrates once when several processes start together', async () => {
    const options = { ...(await engine.freshOptions()), pool_size: 1 }
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase(options)))
    expect(await opened[0]!.transaction((tx) => tx.select().from(workspaces))).toEqual([])
    await Promise.all(opened.map((one) => one.close()))
  })

  it.runIf(engine.kind === 'postgres')('binds a user who is not a superuser as well', async () => {
    const options = await engine.freshOptions()
    const url = new URL(options.database_url!)
    const admin = await openDatabase({ ...options, database_url: options.database_url!.replace(/[^/]+$/, 'postgres') })
    const role = `owner_${url.pathname.slice(1)}`
    await admin.pool!.query(`create role ${role} login`)
    await admin.pool!.query(`alter database ${url.pathname.slice(1)} owner to ${role}`)
    await admin.close()
    url.username = role
    const owned = await openDatabase({ ...options, database_url: url.href })
    await owned.transaction((tx) =>
      tx.insert(workspaces).values({ id: 'ws_a', name: 'a', plan: 'pro', created_at: new Date(0) }),
    )
    expect(await owned.inWorkspace('ws_b', (tx) => tx.select().from(workspaces))).toEqual([])
    expect(await owned.inWorkspace('ws_a', (tx) => tx.select().from(workspaces))).toHaveLength(1)
    await owned.close()
  })
})

it('answers database_unavailable when nothing listens', async () => {
  const opening = openDatabase({ data_dir: 'unused', database_url: 'postgres://nobody@127.0.0.1:1/none' })
  await expect(opening).rejects.toMatchObject({ code: 'database_unavailable', status: 503 })
})
