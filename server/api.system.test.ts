import { ErrorBody, EvaluateResponse, Job, type Operation, operations } from '@innohire/contract'
import { sql } from 'drizzle-orm'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import type { Database } from './db/open.ts'
import type { EngineRunner } from './engine/open-engine.ts'
import { forEachDatabase } from './testing/databases.ts'
import { openTestApp, plainEngine, plainResult, type TestApp } from './testing/test-app.ts'

const all = Object.values<Operation>(operations)
const good = { job_description: 'Nurse', resumes: [{ id: 'a', text: 'Ward nurse since 2015' }] }
/** A path of the operation with an id that has the right form. */
const pathOf = (operation: Operation, id = '01kapd3q8z6w0t9v1n5k7m2xab') =>
  operation.path
    .replace('{job_id}', `job_${id}`)
    .replace('{key_id}', `key_${id}`)
    .replace('{message_id}', `msg_${id.toUpperCase()}`)

forEachDatabase('the API', (open) => {
  let database: Database
  let test: TestApp
  let key: string
  const send = (options: InjectOptions & { key?: string }) =>
    test.app.inject({
      ...options,
      headers: { authorization: `Bearer ${options.key ?? key}`, ...(options.headers as Record<string, string>) },
    })
  const evaluate = (body: unknown, options: InjectOptions & { key?: string } = {}) =>
    send({ method: 'POST', url: '/v1/evaluate', payload: body as object, ...options })

  beforeAll(async () => {
    database = await open()
    test = await openTestApp(database)
    key = await test.newKey('enterprise')
  })
  afterAll(() => test.close())

  it('the mounted routes under /v1 are those of the contract, and /v1/openapi.json lists exactly them', async () => {
    const document = (await test.app.inject('/v1/openapi.json')).json()
    const listed = Object.entries<object>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(listed.sort()).toEqual(all.map(({ method, path }) => `${method} ${path}`).sort())
    for (const { method, path } of all)
      expect(test.app.hasRoute({ method, url: path.replace(/\{(\w+)\}/g, ':$1') })).toBe(true)
  })

  it.each(all.map((operation) => [operation.id, operation] as const))(
    '%s without a key answers 401',
    async (_, operation) => {
      for (const authorization of [undefined, 'Basic Zm9v', 'Bearer ih_live_0123456789ABCDEFGHIJKLMNOPQRSTUV000000']) {
        test.deps.clock.advance(60_000)
        const headers = authorization ? { authorization } : {}
        const reply = await test.app.inject({ method: operation.method, url: pathOf(operation), headers })
        expect(reply.statusCode).toBe(401)
        expect(reply.headers['www-authenticate']).toBe('Bearer realm="innohire"')
        expect(ErrorBody.parse(reply.json()).error.type).toBe('authentication_error')
      }
    },
  )

  it.each(all.map((operation) => [operation.id, operation] as const))(
    '%s without its scope answers 403',
    async (_, operation) => {
      const others = all.map(({ scope }) => scope).filter((scope) => scope !== operation.scope)
      const limited = await test.newKey('pro', { scopes: others })
      const reply = await send({
        key: limited,
        method: operation.method,
        url: pathOf(operation),
        ...(operation.request ? { payload: {} } : {}),
      })
      expect(reply.json().error).toMatchObject({
        code: 'insufficient_scope',
        message: expect.stringContaining(operation.scope),
      })
    },
  )

  it('an id of another workspace answers exactly as one that never was', async () => {
    const job = (await evaluate(good)).json().job_id
    const keys = (await send({ url: '/v1/api-keys' })).json().data
    const stranger = await test.newKey()
    const ids: Record<string, string> = { '{job_id}': job, '{key_id}': keys[0].id }
    for (const operation of all.filter(({ path }) => path.includes('{'))) {
      const foreign = operation.path.replace(/\{\w+\}/, (name) => ids[name]!)
      const answers = []
      for (const url of [foreign, pathOf(operation)]) {
        const payload = operation.request ? { payload: {} } : {}
        const reply = await send({ key: stranger, method: operation.method, url, ...payload })
        expect(reply.statusCode).toBe(404)
        answers.push({ ...reply.json().error, request_id: '' })
      }
      expect(answers[0]).toEqual(answers[1])
    }
  })

  it('an id that no id can be answers as one that never was', async () => {
    for (const operation of all.filter(({ path }) => path.includes('{')))
      for (const id of ['%00', 'x', '%F0%9F%98%80', "'%20or%201=1--"]) {
        const payload = operation.request ? { payload: {} } : {}
        const reply = await send({ method: operation.method, url: operation.path.replace(/\{\w+\}/, id), ...payload })
        expect([operation.id, id, reply.statusCode]).toEqual([operation.id, id, 404])
      }
  })

  describe('POST /v1/evaluate', () => {
    it('ranks, and GET /v1/jobs/{job_id} gives the stored result to the same workspace', async () => {
      const reply = await evaluate({ ...good, resumes: [...good.resumes, { text: 'Cook' }] })
      expect(reply.statusCode).toBe(200)
      const response = EvaluateResponse.parse(reply.json())
      expect(response.candidates.map(({ id }) => id)).toEqual(['a', 'resume_2'])
      expect(response.as_of).toBe(test.deps.clock().toISOString().slice(0, 10))
      const job = await send({ url: `/v1/jobs/${response.job_id}` })
      expect(Job.parse(job.json())).toEqual({ ...response, status: 'completed', progress: 100 })
    })

    it('stores nothing in clear', async () => {
      const marked = { ...good, resumes: [{ id: 'canary-7f3a', text: 'canary-7f3a@example.com' }] }
      const { job_id } = (await evaluate(marked)).json()
      const rows = await database.transaction((tx) => tx.execute(sql`select * from evaluations where id = ${job_id}`))
      expect(rows.rows).toHaveLength(1)
      const stored = JSON.stringify(rows.rows[0], (_, v) =>
        v instanceof Uint8Array ? Buffer.from(v).toString('latin1') : v,
      )
      expect(stored).not.toContain('canary-7f3a')
    })

    it('made-up ids collide with none that was sent', async () => {
      const texts = [{ text: 'x' }, { id: 'resume_1', text: 'y' }, { text: 'z' }]
      const ids = (await evaluate({ ...good, resumes: texts })).json().candidates.map((c: { id: string }) => c.id)
      expect(ids).toEqual(['resume_4', 'resume_1', 'resume_3'])
    })

    it.each([
      ['starter', 10],
      ['pro', 100],
    ] as const)('%s takes %i resumes and not one more', async (plan, limit) => {
      const planKey = await test.newKey(plan)
      const resumes = Array.from({ length: limit + 1 }, () => ({ text: 'Nurse' }))
      expect((await evaluate({ ...good, resumes: resumes.slice(1) }, { key: planKey })).statusCode).toBe(200)
      const refused = await evaluate({ ...good, resumes }, { key: planKey })
      expect([refused.statusCode, refused.json().error.code, refused.json().error.param]).toEqual([
        400,
        'plan_limit_exceeded',
        'resumes',
      ])
    })

    it.each([
      ['no body', undefined, 400, 'missing_parameter', 'job_description'],
      ['an empty body', '', 400, 'missing_parameter', 'job_description'],
      ['invalid JSON', '{"job_description": "secret-7f3a', 400, 'invalid_json', null],
      ['JSON that is no object', '["a"]', 400, 'invalid_parameter', null],
      ['no job description', { resumes: good.resumes }, 400, 'missing_parameter', 'job_description'],
      ['a blank job description', { ...good, job_description: ' ' }, 400, 'invalid_parameter', 'job_description'],
      ['no resumes', { job_description: 'x' }, 400, 'missing_parameter', 'resumes'],
      ['an empty list of resumes', { ...good, resumes: [] }, 400, 'invalid_parameter', 'resumes'],
      ['a resume without text', { ...good, resumes: [{ id: 'a' }] }, 400, 'missing_parameter', 'resumes[0].text'],
      ['a wrong type', { ...good, resumes: 'all of them' }, 400, 'invalid_parameter', 'resumes'],
      ['an unknown field', { ...good, resume: [] }, 400, 'unknown_parameter', 'resume'],
      [
        'an unknown field of a resume',
        { ...good, resumes: [{ text: 'x', ide: 1 }] },
        400,
        'unknown_parameter',
        'resumes[0].ide',
      ],
      [
        'an id that is used twice',
        {
          ...good,
          resumes: [
            { id: 'a', text: 'x' },
            { id: 'a', text: 'y' },
          ],
        },
        400,
        'invalid_parameter',
        'resumes[1].id',
      ],
      [
        'a PDF as text',
        { ...good, resumes: [{ text: 'x' }, { text: '%PDF-1.7 secret-7f3a' }] },
        422,
        'resume_parse_failed',
        'resumes[1].text',
      ],
      [
        'a DOCX as text',
        { ...good, resumes: [{ text: 'PK\u0003\u0004' }] },
        422,
        'resume_parse_failed',
        'resumes[0].text',
      ],
      [
        'a PDF as job description',
        { ...good, job_description: '%PDF-1.7' },
        400,
        'invalid_parameter',
        'job_description',
      ],
      ['a day that is none', { ...good, as_of: 'secret-7f3a' }, 400, 'invalid_parameter', 'as_of'],
      ['6,000 resumes', { ...good, resumes: Array(6_000).fill({ text: 'x' }) }, 400, 'invalid_parameter', 'resumes'],
    ])('%s is refused, the field is named and nothing is repeated', async (_, body, status, code, param) => {
      const reply = await evaluate(body, { headers: { 'content-type': 'application/json' } })
      expect([reply.statusCode, reply.json().error.code, reply.json().error.param]).toEqual([status, code, param])
      expect(reply.body).not.toContain('secret-7f3a')
    })

    it('other content types, compressed bodies and bodies over 8 MiB are refused', async () => {
      const form = await evaluate('job_description=x', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect([form.statusCode, form.json().error.code]).toEqual([415, 'unsupported_media_type'])
      const packed = await evaluate(good, { headers: { 'content-encoding': 'gzip' } })
      expect([packed.statusCode, packed.json().error.code]).toEqual([415, 'unsupported_media_type'])
      const large = await evaluate({ ...good, job_description: 'x'.repeat(8 * 1024 * 1024) })
      expect([large.statusCode, large.json().error.code]).toEqual([413, 'payload_too_large'])
      const fitting = await evaluate({ ...good, job_description: 'x'.repeat(8 * 1024 * 1024 - 200) })
      expect(fitting.statusCode).toBe(200)
    })

    it('an unknown query parameter is named', async () => {
      const reply = await evaluate(good, { url: '/v1/evaluate?optoins=1' })
      expect(reply.json().error).toMatchObject({ code: 'unknown_parameter', param: 'optoins' })
    })
  })

  describe('rate limits', () => {
    it('Starter passes 30 requests a minute, then answers 429 until the minute is over', async () => {
      const starter = await test.newKey('starter')
      const url = '/v1/jobs/job_01kapd3q8z6w0t9v1n5k7m2xab'
      const first = await send({ key: starter, url })
      expect(first.headers).toMatchObject({
        'ratelimit-policy': '"plan";q=30;w=60',
        ratelimit: '"plan";r=29;t=60',
        'x-ratelimit-limit': '30',
        'x-ratelimit-remaining': '29',
      })
      test.deps.clock.advance(20_000)
      const rest = await Promise.all(Array.from({ length: 40 }, () => send({ key: starter, url })))
      expect(rest.filter((reply) => reply.statusCode === 404)).toHaveLength(29)
      const refused = rest.find((reply) => reply.statusCode === 429)!
      expect(refused.json().error).toMatchObject({ code: 'rate_limit_exceeded', type: 'rate_limit_error' })
      expect(refused.headers['retry-after']).toBe('40')
      test.deps.clock.advance(40_000)
      expect((await send({ key: starter, url })).statusCode).toBe(404)
    })

    it('a key with a lower limit of its own shows both policies; Enterprise without one shows none', async () => {
      const own = await test.newKey('pro', { rate_limit_per_min: 2 })
      const replies = []
      for (let i = 0; i < 3; i++) replies.push(await send({ key: own, url: '/v1/api-keys' }))
      expect(replies.map((reply) => reply.statusCode)).toEqual([200, 200, 429])
      expect(replies[2]!.headers['ratelimit-policy']).toBe('"plan";q=120;w=60, "key";q=2;w=60')
      const unlimited = await send({ url: '/v1/api-keys' })
      expect(Object.keys(unlimited.headers).filter((name) => name.includes('ratelimit'))).toEqual([])
    })

    it('twenty failed authentications a minute from one address, then 429; a good key still passes', async () => {
      test.deps.clock.advance(60_000)
      const codes = []
      for (let i = 0; i < 22; i++) codes.push((await send({ key: 'wrong', url: '/v1/api-keys' })).statusCode)
      expect(codes).toEqual([...Array(20).fill(401), 429, 429])
      expect((await send({ url: '/v1/api-keys' })).statusCode).toBe(200)
    })
  })

  describe('Idempotency-Key', () => {
    const withKey = (name: string, body: unknown = good, options: { key?: string } = {}) =>
      evaluate(body, { headers: { 'idempotency-key': name }, ...options })
    const jobs = async () =>
      Number(
        (await database.transaction((tx) => tx.execute<{ n: string }>(sql`select count(*) as n from evaluations`)))
          .rows[0]!.n,
      )

    it('the same request again gets the stored bytes and makes no second job', async () => {
      const first = await withKey('one')
      const before = await jobs()
      test.deps.clock.advance(5_000)
      for (const name of ['one', '"one"']) {
        const again = await withKey(name)
        expect([again.statusCode, again.body, again.headers['idempotent-replayed']]).toEqual([200, first.body, 'true'])
      }
      expect(await jobs()).toBe(before)
      expect(first.headers['idempotent-replayed']).toBeUndefined()
    })

    it('another body under the same key is refused, and SDKs are told not to retry', async () => {
      await withKey('two')
      const reply = await withKey('two', { ...good, job_description: 'Cook' })
      expect([reply.statusCode, reply.json().error.code]).toEqual([409, 'idempotency_key_reused'])
      expect(reply.headers['x-should-retry']).toBe('false')
    })

    it('another workspace may use the same key', async () => {
      await withKey('three')
      const reply = await withKey('three', good, { key: await test.newKey() })
      expect([reply.statusCode, reply.headers['idempotent-replayed']]).toEqual([200, undefined])
    })

    it('of many at the same time one runs; the rest wait for its answer', async () => {
      const before = await jobs()
      const replies = await Promise.all(Array.from({ length: 20 }, () => withKey('four')))
      expect(await jobs()).toBe(before + 1)
      for (const reply of replies) {
        if (reply.statusCode === 200) continue
        expect(reply.json().error.code).toBe('idempotency_request_in_progress')
        expect(reply.headers['retry-after']).toBe('1')
      }
    })

    it('a failure is not stored: the retry runs', async () => {
      let failures = 1
      const engine: EngineRunner = {
        ...plainEngine,
        evaluate: async (input) => {
          if (failures-- > 0) throw new Error('broken')
          return plainResult(input)
        },
      }
      const flaky = createApp({ ...test.deps, engine })
      const headers = { authorization: `Bearer ${key}`, 'idempotency-key': 'five' }
      const request = { method: 'POST', url: '/v1/evaluate', headers, payload: good } as const
      const failed = await flaky.inject(request)
      expect([failed.statusCode, failed.json().error.code]).toEqual([500, 'internal_error'])
      expect(failed.body).not.toContain('broken')
      expect((await flaky.inject(request)).statusCode).toBe(200)
      await flaky.close()
    })

    it('a claim whose process died is taken over when its lease is over, and a day later the key is new', async () => {
      await withKey('six')
      const age = (change: ReturnType<typeof sql>) =>
        database.transaction((tx) => tx.execute(sql`update idempotency_keys set ${change} where key = 'six'`))
      await age(sql`status = null, body_encrypted = null, locked_until = clock_timestamp() + interval '10 seconds'`)
      expect((await withKey('six')).json().error.code).toBe('idempotency_request_in_progress')
      await age(sql`locked_until = clock_timestamp() - interval '1 second'`)
      expect((await withKey('six')).headers['idempotent-replayed']).toBeUndefined()
      expect((await withKey('six')).headers['idempotent-replayed']).toBe('true')
      await age(sql`created_at = created_at - interval '25 hours'`)
      expect((await withKey('six', { ...good, job_description: 'Cook' })).statusCode).toBe(200)
    })

    it.each(['', 'a\tb', 'ä', 'x'.repeat(256)])('the key %j is refused', async (name) => {
      const reply = await withKey(name)
      expect([reply.statusCode, reply.json().error.code]).toEqual([400, 'invalid_idempotency_key'])
    })
  })
})
