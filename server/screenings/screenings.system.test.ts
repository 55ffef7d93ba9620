import { Job } from '@innohire/contract'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { screeningItems } from '../db/schema.ts'
import { watchQueue } from '../metrics/watch.ts'
import { type BulkServer, type Caller, startBulkServer } from '../testing/bulk-server.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { type HttpsStore, startHttpsStore } from '../testing/https-store.ts'

const job_description = 'Backend developer. Must have Python.'
const resume = (score: number) => `Jane Doe, Python developer since 2015. Her score ${score} is known. jane@example.com`
let flaky = 0
let store: HttpsStore
beforeAll(async () => {
  store = await startHttpsStore((request, response) => {
    const [path, query] = request.url!.split('?')
    if (query !== 'signature=secret-signature') return response.writeHead(403).end()
    const score = /^\/cv-(\d+)\.txt$/.exec(path!)?.[1]
    if (score) return response.end(resume(Number(score)))
    if (path === '/broken.pdf') return response.end('%PDF-1.7\nnothing else')
    if (path === '/inside') return response.writeHead(302, { location: 'https://169.254.169.254/latest' }).end()
    if (path === '/flaky.txt' && flaky++ < 1) return response.writeHead(503).end()
    if (path === '/flaky.txt') return response.end(resume(60))
    response.writeHead(404).end()
  })
})
const url = (path: string) => `${store.origin}${path}?signature=secret-signature`

forEachDatabase('bulk screening', (open) => {
  let server: BulkServer
  let caller: Caller
  const submit = (urls: unknown[], more: object = {}, headers: Record<string, string> = {}) =>
    caller.call('POST', '/v1/bulk-screen', { job_description, resume_urls: urls, ...more }, headers)
  beforeAll(async () => {
    server = await startBulkServer(await open(), store)
    caller = await server.workspace()
  }, 60_000)

  it('answers 202 at once, and the job is queued until a worker comes', async () => {
    const accepted = await submit([url('/cv-50.txt')])
    expect(accepted.status).toBe(202)
    expect(accepted.json).toEqual({
      job_id: expect.stringMatching(/^bulk_[0-9a-z]{26}$/),
      status: 'queued',
      estimated_completion_seconds: expect.any(Number),
    })
    const job = await caller.call('GET', `/v1/jobs/${accepted.json.job_id}`)
    expect(job.json).toMatchObject({ status: 'queued', progress: 0, candidates: [], failures: [] })
    expect(Number(job.headers['retry-after'])).toBeGreaterThanOrEqual(1)
    await server.work()
    expect(await caller.finished(accepted.json.job_id)).toMatchObject({ status: 'completed', progress: 100 })
  })

  it('ranks what can be read and lists what cannot, each with its id and its URL without the signature', async () => {
    const accepted = await submit(
      [url('/cv-40.txt'), { id: 'best', url: url('/cv-90.txt') }, url('/broken.pdf'), url('/inside'), url('/gone.pdf')],
      { as_of: '2026-01-31' },
    )
    const job = Job.parse(await caller.finished(accepted.json.job_id))
    expect(job.candidates.map(({ id, rank, overall_score }) => [id, rank, overall_score])).toEqual([
      ['best', 1, 90],
      ['0', 2, 40],
    ])
    expect(job).toMatchObject({
      status: 'completed',
      counts: { total: 5, succeeded: 2, failed: 3 },
      as_of: '2026-01-31',
    })
    expect(job.requirements).toHaveLength(1)
    expect(job.failures!.map(({ id, url, code }) => [id, url, code])).toEqual([
      ['2', `${store.origin}/broken.pdf`, 'corrupt_file'],
      ['3', `${store.origin}/inside`, 'url_not_allowed'],
      ['4', `${store.origin}/gone.pdf`, 'download_failed'],
    ])
  })

  it('counts what became of the resumes and tasks, and how many wait, without a word of them', async () => {
    watchQueue(server.deps.metrics.registry, server.queue)
    const text = await server.deps.metrics.render()
    expect(text).toMatch(/^innohire_screening_items_total\{outcome="succeeded",code=""\} 3$/m)
    expect(text).toMatch(/^innohire_screening_items_total\{outcome="failed",code="corrupt_file"\} 1$/m)
    expect(text).toMatch(/^innohire_task_duration_seconds_count\{task="evaluate_screening_item",outcome="done"\} \d+$/m)
    expect(text).toMatch(/^innohire_queue_tasks\{task="evaluate_screening_item",state="waiting"\} \d+$/m)
    expect(text).toMatch(/route="\/v1\/jobs\/:job_id",method="GET",status="200"/)
    expect(text).not.toMatch(/jane|doe|signature|cv-|127\.0\.0\.1|bulk_|ws_|key_/i)
  })

  it('fails only when nothing could be evaluated', async () => {
    const accepted = await submit([url('/broken.pdf'), url('/gone.pdf')])
    expect(await caller.finished(accepted.json.job_id)).toMatchObject({
      status: 'failed',
      progress: 100,
      candidates: [],
    })
  })

  it('tries a download again that a later try may mend', async () => {
    flaky = 0
    const accepted = await submit([url('/flaky.txt')])
    expect(await caller.finished(accepted.json.job_id)).toMatchObject({ status: 'completed', counts: { succeeded: 1 } })
    expect(flaky).toBe(2)
  })

  it('names what is wrong with a request, and stores nothing of it', async () => {
    const before = (await caller.call('GET', '/v1/jobs?limit=100')).json.data.length
    const refused = async (body: object, code: string, param: string) => {
      const reply = await caller.call('POST', '/v1/bulk-screen', { job_description, ...body })
      expect(reply.status).toBe(400)
      expect(reply.json.error).toMatchObject({ code, param })
    }
    const good = url('/cv-1.txt')
    await refused({ resume_urls: [good, 'http://example.com/a.pdf'] }, 'invalid_url', 'resume_urls[1]')
    await refused({ resume_urls: [good, 'nonsense'] }, 'invalid_url', 'resume_urls[1]')
    await refused({ resume_urls: ['https://10.0.0.1/a.pdf'] }, 'url_not_allowed', 'resume_urls[0]')
    await refused({ resume_urls: [{ id: 'a', url: 'https://localhost/a' }] }, 'url_not_allowed', 'resume_urls[0].url')
    await refused(
      { resume_urls: [good], webhook_url: 'https://127.0.0.1/hook' },
      'webhook_url_not_allowed',
      'webhook_url',
    )
    await refused({ resume_urls: [{ id: '1', url: good }, good] }, 'invalid_parameter', 'resume_urls[1]')
    await refused({ resume_urls: [{ id: 'a' }] }, 'invalid_parameter', 'resume_urls[0]')
    await refused({ resume_urls: [] }, 'invalid_parameter', 'resume_urls')
    await refused({ resume_urls: [good], webhok_url: good }, 'unknown_parameter', 'webhok_url')
    expect((await caller.call('GET', '/v1/jobs?limit=100')).json.data).toHaveLength(before)
  })

  it.each([
    ['starter', 10],
    ['pro', 100],
    ['enterprise', 1000],
  ] as const)('the plan %s takes %i resumes and not one more', async (plan, most) => {
    const other = await server.workspace(plan)
    const urls = Array.from({ length: most + 1 }, (_, i) => url(`/cv-${i}.txt`))
    const tooMany = await other.call('POST', '/v1/bulk-screen', { job_description, resume_urls: urls })
    expect([tooMany.status, tooMany.json.error.code, tooMany.json.error.param]).toEqual([
      400,
      'plan_limit_exceeded',
      'resume_urls',
    ])
    if (plan === 'enterprise') return
    const accepted = await other.call('POST', '/v1/bulk-screen', { job_description, resume_urls: urls.slice(1) })
    expect(accepted.status).toBe(202)
    await other.call('DELETE', `/v1/jobs/${accepted.json.job_id}`)
  })

  it('the same Idempotency-Key gives the same job, and only one', async () => {
    const headers = { 'idempotency-key': 'once' }
    const body = [url('/cv-70.txt')]
    const first = await submit(body, {}, headers)
    const again = await submit(body, {}, headers)
    expect(again.json).toEqual(first.json)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect((await submit([url('/cv-71.txt')], {}, headers)).status).toBe(409)
    await caller.finished(first.json.job_id)
  })

  it('lists jobs newest first, page by page, without candidates', async () => {
    const first = await caller.call('GET', '/v1/jobs?limit=2')
    expect(first.json.data).toHaveLength(2)
    expect(first.json.data[0]).not.toHaveProperty('candidates')
    const second = await caller.call('GET', `/v1/jobs?limit=2&cursor=${first.json.next_cursor}`)
    const ids = [...first.json.data, ...second.json.data].map(({ job_id }) => job_id)
    expect(ids).toEqual([...new Set(ids)].sort().reverse())
    const failed = await caller.call('GET', '/v1/jobs?status=failed')
    expect(failed.json.data.map(({ status }: { status: string }) => status)).toEqual(['failed'])
  })

  it('follows a job with server-sent events until it is done', async () => {
    const accepted = await submit([url('/cv-30.txt'), url('/cv-31.txt')])
    const events = await caller.call('GET', `/v1/jobs/${accepted.json.job_id}/events`)
    expect(events.headers['content-type']).toContain('text/event-stream')
    expect(events.text).toMatch(/^event: progress\ndata: \{/)
    expect(events.text).toMatch(/event: done\ndata: \{[^\n]*"status":"completed","progress":100[^\n]*\}\n\n$/)
  })

  it("every call with another workspace's job answers as if there were none", async () => {
    const { job_id } = (await submit([url('/cv-20.txt')])).json
    const stranger = await server.workspace()
    for (const id of [job_id, 'bulk_00000000000000000000000000', 'nonsense']) {
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/events'],
        ['POST', '/cancel'],
        ['DELETE', ''],
      ] as const) {
        const reply = await stranger.call(method, `/v1/jobs/${id}${path}`)
        expect([method, path, reply.status, reply.json.error.code]).toEqual([method, path, 404, 'job_not_found'])
      }
    }
    expect((await stranger.call('GET', '/v1/jobs')).json.data).toEqual([])
    expect((await caller.finished(job_id)).status).toBe('completed')
  })

  it('erases a job with all that belongs to it', async () => {
    const { job_id } = (await submit([url('/cv-20.txt')], {}, { 'idempotency-key': 'erase' })).json
    await caller.finished(job_id)
    expect((await caller.call('DELETE', `/v1/jobs/${job_id}`)).json).toEqual({ job_id, deleted: true })
    expect((await caller.call('GET', `/v1/jobs/${job_id}`)).status).toBe(404)
    const left = await server.deps.database.transaction(async (tx) => {
      const items = await tx.select().from(screeningItems).where(eq(screeningItems.screening_id, job_id))
      const answers = await tx.execute(sql`select from idempotency_keys where job_id = ${job_id}`)
      return items.length + answers.rows.length
    })
    expect(left).toBe(0)
  })

  it('keeps no signature, e-mail or job description in clear, and no source once an item is done', async () => {
    await submit([url('/cv-88.txt')], { job_description: 'Canary job description. Must have Python.' }).then(
      ({ json }) => caller.finished(json.job_id),
    )
    const text = await server.deps.database.transaction(async (tx) => {
      const all: unknown[] = []
      for (const table of ['screenings', 'screening_items', 'screening_files', 'idempotency_keys', 'pgboss.job'])
        all.push((await tx.execute(sql.raw(`select t::text from ${table} t`))).rows)
      const open = await tx.execute(
        sql`select from screening_items where state <> 'pending' and source_sealed is not null`,
      )
      expect(open.rows).toEqual([])
      return JSON.stringify(all)
    })
    const hex = (word: string) => Buffer.from(word).toString('hex')
    for (const word of ['secret-signature', 'jane@example.com', 'Canary']) {
      expect(text).not.toContain(word)
      expect(text).not.toContain(hex(word))
    }
  })
})

forEachDatabase('bulk screening without haste', (open) => {
  let server: BulkServer
  beforeAll(async () => {
    server = await startBulkServer(await open(), store, { env: { SCREENING_CONCURRENCY: '1', SCREENING_QUEUE: '60' } })
  }, 60_000)

  it('a job of one workspace does not starve the job of another that comes later', async () => {
    const [long, short] = [await server.workspace(), await server.workspace()]
    const submit = (caller: Caller, count: number) =>
      caller.call('POST', '/v1/bulk-screen', {
        job_description,
        resume_urls: Array.from({ length: count }, (_, i) => url(`/cv-${i}.txt`)),
      })
    const first = (await submit(long, 30)).json.job_id
    const second = (await submit(short, 3)).json.job_id
    await server.work()
    await short.finished(second)
    const { counts } = (await long.call('GET', `/v1/jobs/${first}`)).json
    // Turn by turn: three of each, and what was begun before the poll saw the end.
    expect(counts.succeeded).toBeLessThan(20)
    await long.finished(first)
  })

  it('refuses more than may wait with 503, and says when to come back', async () => {
    const caller = await server.workspace()
    await server.queue.stop(0)
    const submit = () =>
      caller.call('POST', '/v1/bulk-screen', {
        job_description,
        resume_urls: Array.from({ length: 60 }, (_, i) => url(`/cv-${i}.txt`)),
      })
    const { job_id } = (await submit()).json
    const refused = await submit()
    expect([refused.status, refused.json.error.code]).toEqual([503, 'overloaded'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)

    const cancelled = await caller.call('POST', `/v1/jobs/${job_id}/cancel`)
    expect(cancelled.json.failures).toHaveLength(60)
    expect(cancelled.json.failures[0]).toMatchObject({ id: '0', code: 'cancelled', url: `${store.origin}/cv-0.txt` })
  })
})
