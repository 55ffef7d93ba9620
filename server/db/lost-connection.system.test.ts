import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { openAuthenticator } from '../api-keys/authenticate.ts'
import { createApiKey } from '../api-keys/create-api-key.ts'
import { revokeApiKey } from '../api-keys/revoke-api-key.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { testKeyDeps, testWorkspace } from '../testing/key-deps.ts'
import { openDatabase } from './open.ts'

forEachDatabase('a lost connection', (open, engine) => {
  /** Ends all sessions of a database but the one that asks, as a restart of PostgreSQL would. */
  const endSessions = async (database_url: string) => {
    const client = new Client({ connectionString: database_url })
    await client.connect()
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await client.end()
  }

  it.runIf(engine.kind === 'postgres')('is answered by database_unavailable, and the next call works', async () => {
    const options = await engine.freshOptions()
    const database = await openDatabase({ ...options, pool_size: 1 })
    const started = Promise.withResolvers<void>()
    const sleeping = database.transaction(async (tx) => {
      started.resolve()
      await tx.execute(sql`select pg_sleep(60)`)
    })
    const lost = expect(sleeping).rejects.toMatchObject({ code: 'database_unavailable', status: 503 })
    await started.promise
    await endSessions(options.database_url!)
    await lost
    await expect(database.ping()).resolves.toBeUndefined()
    await database.close()
  })

  it.runIf(engine.kind === 'postgres')(
    'of the listener never lets a revoked key pass, before or after it is back',
    async () => {
      const options = await engine.freshOptions()
      const database = await openDatabase({ ...options, pool_size: 2 })
      const deps = await testKeyDeps(database)
      const { agent } = await testWorkspace(deps)
      const auth = await openAuthenticator(deps)
      const [one, two] = [
        await createApiKey(deps, agent, { name: 'one' }),
        await createApiKey(deps, agent, { name: 'two' }),
      ]
      const verdict = (key: string) =>
        auth.authenticate(`Bearer ${key}`, '127.0.0.1').then(
          () => 'accepted',
          (e) => e.code,
        )
      expect([await verdict(one.key), await verdict(two.key)]).toEqual(['accepted', 'accepted'])

      await endSessions(options.database_url!)
      await expect
        .poll(() =>
          revokeApiKey(deps, agent, one.id).then(
            () => 'done',
            () => 'lost',
          ),
        )
        .toBe('done')
      await expect.poll(() => verdict(one.key), { timeout: 1_000 }).toBe('revoked_api_key')

      const listens = async () =>
        (
          await database.pool!.query(
            "select 1 from pg_stat_activity where application_name = 'innohire listen' and datname = current_database()",
          )
        ).rowCount
      await expect.poll(listens, { timeout: 10_000 }).toBe(1)
      expect(await verdict(two.key)).toBe('accepted')
      await revokeApiKey(deps, agent, two.id)
      await expect.poll(() => verdict(two.key), { timeout: 1_000 }).toBe('revoked_api_key')
      await auth.close()
      await database.close()
    },
  )

  it.runIf(engine.kind === 'pglite')('after close is database_unavailable too', async () => {
    const database = await open()
    await database.close()
    await expect(database.ping()).rejects.toMatchObject({ code: 'database_unavailable' })
  })
})
