import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../db/open.ts'
import { startBulkServer } from '../testing/bulk-server.ts'
import { startChild } from '../testing/child.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { type HttpsStore, startHttpsStore } from '../testing/https-store.ts'
import { temporaryDirectory } from '../testing/temporary-directory.ts'

let store: HttpsStore
beforeAll(async () => {
  store = await startHttpsStore((request, response) => response.end(`Python developer, score 60, ${request.url}`))
})
const child = join(import.meta.dirname, '../testing/dying-worker.ts')

forEachDatabase('a resume that kills its worker', (_open, engine) => {
  it.runIf(engine.kind === 'postgres')(
    'ends as processing_crashed after eight dead processes, and its neighbours are evaluated',
    { timeout: 180_000 },
    async () => {
      const { database_url } = await engine.freshOptions()
      const database = await openDatabase({ data_dir: '', database_url, pool_size: 3 })
      const server = await startBulkServer(database, store)
      const caller = await server.workspace()
      const env = {
        DATABASE_URL: database_url!,
        DATA_DIR: temporaryDirectory(),
        LOG_LEVEL: 'silent',
        SCREENING_CONCURRENCY: '4',
        INNOHIRE_ENCRYPTION_KEY: Buffer.from(server.deps.keyring.source.read()[0]!.bytes).toString('hex'),
        EGRESS_ALLOW: store.host,
        EGRESS_CA_FILE: store.ca_file,
      }
      const names = ['poison', 'good-1', 'good-2', 'good-3']
      const { json } = await caller.call('POST', '/v1/bulk-screen', {
        job_description: 'Must have Python.',
        resume_urls: names.map((name) => ({ id: name, url: `${store.origin}/${name}` })),
      })
      const finished = caller.finished(json.job_id)
      let deaths = 0
      for (;;) {
        const worker = startChild(child, [], env)
        const isDead = await Promise.race([worker.exit.then(() => true), finished.then(() => false)])
        if (!isDead) {
          await worker.kill('SIGKILL')
          break
        }
        deaths++
        // What the queue does when the heartbeat of a dead worker is ten seconds old.
        await database.transaction((tx) =>
          tx.execute(sql`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`),
        )
      }
      const job = await finished
      expect(deaths).toBe(8)
      expect(job.failures).toMatchObject([{ id: 'poison', code: 'processing_crashed' }])
      expect(job.candidates.map(({ id }: { id: string }) => id)).toEqual(['good-1', 'good-2', 'good-3'])
      await server.stop()
      await database.close()
    },
  )
})
