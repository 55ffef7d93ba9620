import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { type BulkServer, type Caller, startBulkServer } from '../testing/bulk-server.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { type HttpsStore, startHttpsStore } from '../testing/https-store.ts'

let store: HttpsStore
/** Answers of resumes that are held back, so that their job goes on. */
const held: (() => void)[] = []
beforeAll(async () => {
  store = await startHttpsStore((request, response) => {
    const score = /^\/cv-(\d+)\.txt$/.exec(request.url!)?.[1]
    if (score) return response.end(`Jane Doe, Python developer since 2015, score ${score}`)
    if (request.url === '/slow.txt') return held.push(() => response.end('Late Comer, Python developer, score 99'))
    response.writeHead(404).end()
  })
})
const release = () => {
  for (const answer of held.splice(0)) answer()
}
// What is still held would keep the worker from the next job.
afterEach(release)
const url = (path: string) => `${store.origin}${path}`

forEachDatabase('polling a running job', (open) => {
  let server: BulkServer
  let caller: Caller
  /** Runs when the next poll has found its job, before results are gathered. */
  let interrupt: (() => Promise<unknown>) | undefined
  beforeAll(async () => {
    const database = await open()
    server = await startBulkServer(database, store, {
      database: {
        ...database,
        async inWorkspace(workspace_id, fn) {
          const result = await database.inWorkspace(workspace_id, fn)
          const run = interrupt
          interrupt = undefined
          await run?.()
          return result
        },
      },
    })
    caller = await server.workspace()
    await server.work()
  }, 60_000)

  /** A job whose last resume is held back, after a poll that showed the others. */
  async function polledJob(): Promise<string> {
    const resume_urls = [url('/cv-40.txt'), url('/slow.txt'), url('/none.txt'), url('/cv-90.txt')]
    const { json } = await caller.call('POST', '/v1/bulk-screen', { job_description: 'Must have Python.', resume_urls })
    for (;;) {
      const job = (await caller.call('GET', `/v1/jobs/${json.job_id}`)).json
      if (job.counts.succeeded + job.counts.failed === 3) return json.job_id
      await wait(20)
    }
  }
  const eraseElsewhere = (job_id: string) =>
    server.deps.database.transaction((tx) => tx.execute(sql`delete from screenings where id = ${job_id}`))

  it('shows the same again from memory, and what came since in its rank', async () => {
    const job_id = await polledJob()
    const first = await caller.call('GET', `/v1/jobs/${job_id}`)
    expect(server.deps.outcomes.find(caller.workspace_id, job_id).size).toBe(3)
    const again = await caller.call('GET', `/v1/jobs/${job_id}`)
    expect(again.json.candidates).toEqual(first.json.candidates)
    expect(again.json.failures).toEqual(first.json.failures)
    expect(again.json.candidates.map(({ id, rank }: { id: string; rank: number }) => [id, rank])).toEqual([
      ['3', 1],
      ['0', 2],
    ])
    release()
    const done = await caller.finished(job_id)
    expect(done.candidates.map(({ id, rank }: { id: string; rank: number }) => [id, rank])).toEqual([
      ['1', 1],
      ['3', 2],
      ['0', 3],
    ])
    expect(server.deps.outcomes.find(caller.workspace_id, job_id).size).toBe(0)
  })

  it('an erased job leaves memory and is not shown again', async () => {
    const job_id = await polledJob()
    expect((await caller.call('DELETE', `/v1/jobs/${job_id}`)).status).toBe(200)
    expect(server.deps.outcomes.find(caller.workspace_id, job_id).size).toBe(0)
    expect((await caller.call('GET', `/v1/jobs/${job_id}`)).status).toBe(404)
  })

  it('what another process erased is not shown from memory', async () => {
    const job_id = await polledJob()
    await eraseElsewhere(job_id)
    expect(server.deps.outcomes.find(caller.workspace_id, job_id).size).toBe(3)
    const reply = await caller.call('GET', `/v1/jobs/${job_id}`)
    expect([reply.status, reply.text.includes('candidates')]).toEqual([404, false])
    expect(server.deps.outcomes.find(caller.workspace_id, job_id).size).toBe(0)
  })

  it('what is erased during the poll itself is not shown', async () => {
    const job_id = await polledJob()
    interrupt = () => eraseElsewhere(job_id)
    expect((await caller.call('GET', `/v1/jobs/${job_id}`)).status).toBe(404)
    expect(server.deps.outcomes.find(caller.workspace_id, job_id).size).toBe(0)
  })

  it('results in memory are not shown to another workspace', async () => {
    const job_id = await polledJob()
    const stranger = await server.workspace()
    expect((await stranger.call('GET', `/v1/jobs/${job_id}`)).status).toBe(404)
    await caller.call('DELETE', `/v1/jobs/${job_id}`)
  })
})
