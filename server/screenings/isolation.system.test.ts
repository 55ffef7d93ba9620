import { setTimeout as wait } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { screeningItems } from '../db/schema.ts'
import { type BulkServer, type Caller, startBulkServer } from '../testing/bulk-server.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { type HttpsStore, startHttpsStore } from '../testing/https-store.ts'

let store: HttpsStore
beforeAll(async () => {
  store = await startHttpsStore((request, response) =>
    response.end(`Python developer since 2015, score 60, file ${request.url}`),
  )
})

// A reader that breaks its worker: neither an outcome nor an error of the item comes of it, as when the process dies.
forEachDatabase('a resume under which workers crash', (open) => {
  let server: BulkServer
  let caller: Caller
  let working = 0
  /** How many resumes were in work, at each try of one that crashes. */
  const beside: Record<string, number[]> = { poison: [], unlucky: [] }
  beforeAll(async () => {
    server = await startBulkServer(await open(), store, {
      reader: {
        async read(source) {
          const text = Buffer.from(source as Uint8Array).toString()
          const name = /\/(poison|unlucky)$/.exec(text)?.[1]
          working++
          try {
            await wait(name ? 20 : 200)
            if (name !== undefined) beside[name]!.push(working)
            if (name === 'poison' || beside.unlucky!.length < 5) if (name !== undefined) throw new Error('worker gone')
            return { text, kind: 'text', used_ocr: false, warnings: [], integrity_flags: [] }
          } finally {
            working--
          }
        },
      },
    })
    caller = await server.workspace()
    await server.work()
  }, 60_000)

  it('runs alone after three crashes, and fails after five more; the others have their outcome', async () => {
    const names = ['poison', 'unlucky', ...Array.from({ length: 100 }, (_, i) => `good-${i}`)]
    const { json } = await caller.call('POST', '/v1/bulk-screen', {
      job_description: 'Must have Python.',
      resume_urls: names.map((name) => ({ id: name, url: `${store.origin}/${name}` })),
    })
    const finished = caller.finished(json.job_id)
    // Tasks that failed wait longer each time; here they come back at once.
    for (let isOver = false; !isOver; )
      isOver = await Promise.race([
        finished.then(() => true),
        server.deps.database
          .transaction((tx) => tx.execute(sql`update pgboss.job set start_after = now() where state = 'retry'`))
          .then(() => wait(200))
          .then(() => false),
      ])
    const job = await finished
    expect(job.failures).toMatchObject([{ id: 'poison', code: 'processing_crashed' }])
    expect(job.failures[0].message).toContain('worked on nothing else')
    expect(job.counts).toEqual({ total: 102, succeeded: 101, failed: 1 })
    // Three tries beside others, five alone; the unlucky one got through at its second try alone.
    expect(beside.poison).toHaveLength(8)
    expect(beside.unlucky).toHaveLength(5)
    expect(Math.max(...beside.poison!.slice(0, 3), ...beside.unlucky!.slice(0, 3))).toBeGreaterThan(1)
    expect([...beside.poison!.slice(3), ...beside.unlucky!.slice(3)]).toEqual([1, 1, 1, 1, 1, 1, 1])
    const claims = await server.deps.database.transaction((tx) =>
      tx
        .select({ claim: screeningItems.claim, crashes_in_pool: screeningItems.crashes_in_pool })
        .from(screeningItems)
        .where(eq(screeningItems.position, 0)),
    )
    expect(claims).toEqual([{ claim: 10, crashes_in_pool: 3 }])
  })
})
