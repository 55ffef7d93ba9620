import { execFileSync, spawnSync } from 'node:child_process'
import type { IncomingHttpHeaders } from 'node:http'
import { eq } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import { beforeAll, expect, it } from 'vitest'
import { webhookDeliveries } from '../db/schema.ts'
import { type BulkServer, type Caller, startBulkServer } from '../testing/bulk-server.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { bodyOf, type HttpsStore, startHttpsStore } from '../testing/https-store.ts'
import { testClock } from '../testing/key-deps.ts'
import { deliverWebhook } from './deliver-webhook.ts'
import { createHostLimits } from './host-limits.ts'
import { retryDelaysSeconds } from './retry-schedule.ts'

interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
}
type Answer = { status: number; headers?: Record<string, string>; text?: string }

let store: HttpsStore
let received: Received[] = []
let answers: Record<string, Answer> = {}
let onReceived = () => {}
beforeAll(async () => {
  store = await startHttpsStore(async (request, response) => {
    const path = request.url!.split('?')[0]!
    if (request.method === 'GET') return response.end('Python developer since 2015, score 70')
    received.push({ path, headers: request.headers, body: (await bodyOf(request)).toString() })
    const { status, headers, text } = answers[path] ?? { status: 200 }
    response.writeHead(status, headers).end(text)
    onReceived()
  })
})

const hasOpenssl = spawnSync('openssl', ['version']).error === undefined
if (!hasOpenssl) console.warn('openssl is missing: the check by openssl is skipped')

forEachDatabase('webhooks', (open) => {
  let server: BulkServer
  let caller: Caller
  const clock = testClock()
  const hosts = createHostLimits(() => clock().getTime())
  const row = async (job_id: string) => {
    const [found] = await server.deps.database.transaction((tx) =>
      tx.select().from(webhookDeliveries).where(eq(webhookDeliveries.screening_id, job_id)),
    )
    return found!
  }
  /** A finished job whose webhook waits; nothing is sent but by `attempt`. */
  const finishedJob = async (path: string, of = caller) => {
    const { json } = await of.call('POST', '/v1/bulk-screen', {
      job_description: 'Python developer',
      resume_urls: [`${store.origin}/cv.txt?signature=s`],
      webhook_url: `${store.origin}${path}?token=hook-secret`,
    })
    expect(json.job_id).toMatch(/^bulk_/)
    await of.finished(json.job_id)
    return json.job_id as string
  }
  const attempt = async (job_id: string, random = 0.5) => {
    const { workspace_id, id, task_id } = await row(job_id)
    await deliverWebhook(
      { ...server.deps, hosts, random: () => random },
      { workspace_id, message_id: id },
      { task_id: task_id! },
    )
    return row(job_id)
  }

  beforeAll(async () => {
    server = await startBulkServer(await open(), store, { clock })
    caller = await server.workspace()
    received = []
    answers = {}
    await server.work({ except: ['deliver_webhook'] })
  }, 60_000)

  it('carries the bytes of GET /v1/jobs, signed under both schemes, and each verifier accepts it', async () => {
    const job_id = await finishedJob('/ok')
    const { secret } = (await caller.call('GET', '/v1/webhooks/secret')).json
    await attempt(job_id)
    const { headers, body } = received.at(-1)!
    expect(body).toBe((await caller.call('GET', `/v1/jobs/${job_id}`)).text)
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^InnoHire-Webhooks\/\d/),
      'webhook-id': expect.stringMatching(/^msg_[0-9A-Z]{26}$/),
      'x-innohire-event': 'job.completed',
      'x-innohire-attempt': '1',
    })
    const at = Number(headers['webhook-timestamp'])
    expect(at).toBe(Math.floor(clock().getTime() / 1000))
    // The library holds the timestamp against the wall clock, so its own signature is compared.
    const own = new Webhook(secret).sign(String(headers['webhook-id']), new Date(at * 1000), body)
    expect(headers['webhook-signature']).toBe(own)
    if (hasOpenssl || process.env.CI === 'true') {
      const printed = execFileSync('openssl', ['dgst', '-sha256', '-hmac', secret], { input: `${at}.${body}` })
      expect(headers['x-innohire-signature']).toBe(`t=${at},v1=${printed.toString().trim().split(' ').at(-1)}`)
    }
  })

  it('follows the schedule with one message id, then gives up; a redelivery goes on counting', async () => {
    answers['/down'] = { status: 500, text: 'try later' }
    const job_id = await finishedJob('/down')
    received = []
    for (let made = 1; made <= 10; made++) {
      const before = clock().getTime()
      const { state, attempts, next_attempt_at } = await attempt(job_id, made % 2)
      expect(attempts).toBe(made)
      const planned = retryDelaysSeconds[made]
      if (planned === undefined) expect([state, next_attempt_at]).toEqual(['failed', null])
      else {
        const wait = (next_attempt_at!.getTime() - before) / 1000
        expect(wait).toBeGreaterThanOrEqual(planned * 0.9 - 0.01)
        expect(wait).toBeLessThanOrEqual(planned * 1.1 + 0.01)
      }
      clock.advance((planned ?? 0) * 1000)
    }
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(received.map(({ headers }) => headers['x-innohire-attempt'])).toEqual([...'123456789', '10'])

    answers['/down'] = { status: 204 }
    const { id } = await row(job_id)
    const again = await caller.call('POST', `/v1/webhooks/deliveries/${id}/redeliver`)
    expect([again.status, again.json.state]).toEqual([202, 'pending'])
    expect((await attempt(job_id)).state).toBe('delivered')
    expect(received.at(-1)!.headers).toMatchObject({ 'webhook-id': id, 'x-innohire-attempt': '11' })
    const { data } = (await caller.call('GET', '/v1/webhooks/deliveries')).json
    const logged = data.find((delivery: { id: string }) => delivery.id === id)
    expect(logged).toMatchObject({ job_id, url: `${store.origin}/down`, state: 'delivered', event: 'job.completed' })
    expect(logged.attempts).toHaveLength(11)
    expect(logged.attempts[0]).toMatchObject({ number: 1, status: 500, answer: 'try later' })
    expect(logged.attempts[0].error).not.toContain('hook-secret')
  })

  it('waits as long as a busy receiver asks, and never follows a redirect', async () => {
    answers['/busy'] = { status: 429, headers: { 'retry-after': '600' } }
    const busy = await attempt(await finishedJob('/busy'))
    expect((busy.next_attempt_at!.getTime() - clock().getTime()) / 1000).toBeCloseTo(600, 0)
    answers['/moved'] = { status: 307, headers: { location: '/ok' } }
    received = []
    expect((await attempt(await finishedJob('/moved'))).state).toBe('pending')
    expect(received.map(({ path }) => path)).toEqual(['/moved'])
  })

  it('410 ends it and disables the receiver; what comes meanwhile is skipped, and redelivered once it is enabled', async () => {
    answers['/gone'] = { status: 410 }
    expect((await attempt(await finishedJob('/gone'))).state).toBe('failed')
    const endpoints = async () => (await caller.call('GET', '/v1/webhooks/endpoints')).json.data
    const gone = (list: { url: string }[]) => list.find(({ url }) => url === `${store.origin}/gone`)
    expect(gone(await endpoints())).toMatchObject({ is_enabled: false, disabled_because: 'gone' })
    const skipped = await row(await finishedJob('/gone'))
    expect(skipped.state).toBe('skipped')

    answers['/gone'] = { status: 200 }
    const enabled = await caller.call('POST', '/v1/webhooks/endpoints/enable', {
      url: `${store.origin}/gone?other=query`,
    })
    expect(enabled.json).toMatchObject({ is_enabled: true, disabled_because: null })
    await caller.call('POST', `/v1/webhooks/deliveries/${skipped.id}/redeliver`)
    expect((await attempt(skipped.screening_id)).state).toBe('delivered')
  })

  it('a receiver that fails everything for five days and ten messages is disabled, and not before', async () => {
    answers['/dead'] = { status: 500 }
    const isEnabled = async () => {
      const { data } = (await caller.call('GET', '/v1/webhooks/endpoints')).json
      return data.find(({ url }: { url: string }) => url === `${store.origin}/dead`).is_enabled
    }
    const jobs: string[] = []
    for (let i = 0; i < 10; i++) jobs.push(await finishedJob('/dead'))
    for (const job of jobs.slice(0, 9)) await attempt(job)
    clock.advance(5 * 86_400_000)
    await attempt(jobs[0]!)
    expect(await isEnabled()).toBe(true)
    await attempt(jobs[9]!)
    expect(await isEnabled()).toBe(false)
    expect((await attempt(jobs[1]!)).state).toBe('skipped')
  })

  it('a rotated secret signs beside the old one until that ends', async () => {
    const old = (await caller.call('GET', '/v1/webhooks/secret')).json.secret
    const rotated = await caller.call('POST', '/v1/webhooks/secret/rotate', { old_secret_lives: '1h' })
    expect(rotated.status).toBe(201)
    expect(rotated.json.previous.secret).toBe(old)
    await attempt(await finishedJob('/ok'))
    const both = received.at(-1)!.headers
    expect(String(both['webhook-signature']).split(' ')).toHaveLength(2)
    clock.advance(3_600_001)
    await attempt(await finishedJob('/ok'))
    const { headers, body } = received.at(-1)!
    const at = new Date(Number(headers['webhook-timestamp']) * 1000)
    const own = new Webhook(rotated.json.secret).sign(String(headers['webhook-id']), at, body)
    expect(headers['webhook-signature']).toBe(own)
    expect((await caller.call('GET', '/v1/webhooks/secret')).json.previous).toBeNull()
  })

  it('a test message is sent at once and its outcome answered', async () => {
    const url = `${store.origin}/test`
    const sent = await caller.call('POST', '/v1/webhooks/test', { url })
    expect(sent.json).toMatchObject({ delivered: true, status: 200, error: null })
    expect(received.at(-1)!.headers).toMatchObject({ 'x-innohire-event': 'webhook.test' })
    const refused = await caller.call('POST', '/v1/webhooks/test', { url: 'https://127.0.0.1:1/x' })
    expect(refused.json.error.code).toBe('webhook_url_not_allowed')
  })

  it("another workspace sees none of it, and cannot redeliver another's message", async () => {
    const stranger = await server.workspace()
    const { id } = await row(await finishedJob('/ok'))
    expect((await stranger.call('GET', '/v1/webhooks/deliveries')).json.data).toEqual([])
    const reply = await stranger.call('POST', `/v1/webhooks/deliveries/${id}/redeliver`)
    expect([reply.status, reply.json.error.code]).toEqual([404, 'webhook_delivery_not_found'])
    expect((await stranger.call('POST', '/v1/webhooks/endpoints/enable', { url: `${store.origin}/ok` })).status).toBe(
      404,
    )
  })

  it('an attempt that was overtaken by another notes nothing', async () => {
    const job_id = await finishedJob('/slow')
    const { workspace_id, id, task_id } = await row(job_id)
    const deps = { ...server.deps, hosts, random: () => 0.5 }
    const claim = { task_id: task_id! }
    await Promise.all([
      deliverWebhook(deps, { workspace_id, message_id: id }, claim),
      deliverWebhook(deps, { workspace_id, message_id: id }, claim),
    ])
    expect(await row(job_id)).toMatchObject({ state: 'delivered', attempts: 1 })
  })
})

forEachDatabase('webhooks of a running server', (open) => {
  it('a finished job reaches its receiver without being asked for', async () => {
    const server = await startBulkServer(await open(), store)
    const caller = await server.workspace()
    await server.work()
    const arrived = new Promise<void>((resolve) => {
      onReceived = resolve
    })
    received = []
    const { json } = await caller.call('POST', '/v1/bulk-screen', {
      job_description: 'Python developer',
      resume_urls: [`${store.origin}/cv.txt`, `${store.origin}/cv2.txt`],
      webhook_url: `${store.origin}/live`,
    })
    await arrived
    const { secret } = (await caller.call('GET', '/v1/webhooks/secret')).json
    const [{ headers, body }] = received as [Received]
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ job_id: json.job_id })
    expect(body).toBe((await caller.call('GET', `/v1/jobs/${json.job_id}`)).text)
    onReceived = () => {}
  })
})

it('a host with five messages in flight gets no sixth, and one at a time after its gateway gave up', () => {
  let now = 0
  const limits = createHostLimits(() => now)
  const places = Array.from({ length: 5 }, () => limits.enter('a.example'))
  expect(places.every(Boolean)).toBe(true)
  expect(limits.enter('a.example')).toBeUndefined()
  expect(limits.enter('b.example')).toBeDefined()
  for (const free of places) free!()
  limits.throttle('a.example')
  const only = limits.enter('a.example')
  expect(limits.enter('a.example')).toBeUndefined()
  only!()
  now = 60_001
  expect([limits.enter('a.example'), limits.enter('a.example')].every(Boolean)).toBe(true)
})
