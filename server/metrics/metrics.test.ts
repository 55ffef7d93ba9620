import { serverVersion } from '@innohire/contract'
import { expect, it } from 'vitest'
import { createApp } from '../app.ts'
import type { LanguageModel } from '../language-model/open-language-model.ts'
import { fakeDeps } from '../testing/fake-deps.ts'
import { idle } from '../testing/fake-engine.ts'
import { timed } from './timed.ts'
import { watchEngine, watchLanguageModel, watchProcess, watchQueue } from './watch.ts'

const token = 'a-token-of-the-operator'
const queue = {
  depths: async () => [{ task: 'evaluate_screening_item', waiting: 3, running: 1 }],
}
const model: LanguageModel = {
  answers: 'plain',
  write: () => Promise.reject(new Error()),
  isResting: () => true,
  usage: () => ({
    outcomes: { used: 4, known: 1, refused: 2, invalid: 0, timeout: 1, failed: 0, resting: 0 },
    requests: 7,
    input_tokens: 900,
    output_tokens: 300,
    cost: 0.0015,
  }),
}

/** Series as `name{labels} value`, without comments. */
const seriesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))

it('tells requests, tasks, items, the engine, the queue and the language model', async () => {
  const deps = fakeDeps({}, { METRICS_TOKEN: token })
  const { metrics } = deps
  watchEngine(metrics.registry, { stats: () => ({ ...idle(), embedder: { lines_embedded: 40, cache_hits: 2 } }) })
  watchQueue(metrics.registry, queue)
  watchLanguageModel(metrics.registry, model)
  metrics.countItem('failed', 'corrupt_file')
  const claim = { task_id: 't', number: 0, signal: new AbortController().signal }
  await timed(metrics, 'deliver_webhook', async () => {})({}, claim)
  const failing = timed(metrics, 'deliver_webhook', () => Promise.reject(new Error('down')))
  await expect(failing({}, claim)).rejects.toThrow('down')
  const app = createApp(deps)
  await app.inject('/health')
  await app.inject('/nowhere')
  const reply = await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${token}` } })
  expect(reply.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(seriesOf(reply.body)).toEqual(
    expect.arrayContaining([
      'innohire_http_request_duration_seconds_count{route="/health",method="GET",status="200"} 1',
      'innohire_http_request_duration_seconds_count{route="unknown",method="GET",status="404"} 1',
      'innohire_task_duration_seconds_count{task="deliver_webhook",outcome="done"} 1',
      'innohire_task_duration_seconds_count{task="deliver_webhook",outcome="failed"} 1',
      'innohire_screening_items_total{outcome="failed",code="corrupt_file"} 1',
      'innohire_engine_calls{line="api",state="waiting"} 0',
      'innohire_embedder_lines_total{source="computed"} 40',
      'innohire_queue_tasks{task="evaluate_screening_item",state="waiting"} 3',
      'innohire_language_model_texts_total{outcome="refused"} 2',
      'innohire_language_model_requests_total 7',
      'innohire_language_model_tokens_total{direction="output"} 300',
      'innohire_language_model_cost_total 0.0015',
      'innohire_language_model_circuit_open 1',
    ]),
  )
})

it('counts what is kept elsewhere once, however often it is asked', async () => {
  const { metrics } = fakeDeps()
  watchLanguageModel(metrics.registry, model)
  expect(await metrics.render()).toBe(await metrics.render())
})

it('a database that is down hides no other figure', async () => {
  const { metrics } = fakeDeps()
  watchQueue(metrics.registry, { depths: () => Promise.reject(new Error('down')) })
  watchProcess(metrics.registry, serverVersion)
  const text = await metrics.render()
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m)
  expect(text).toContain(`innohire_build_info{version="${serverVersion}"} 1`)
  expect(text).not.toContain('innohire_queue_tasks{')
})

it('nothing that a caller sends becomes a label: no name, address, key, id, path or method', async () => {
  const deps = fakeDeps({}, { METRICS_TOKEN: token })
  const app = createApp(deps)
  const planted = ['Maya', 'Okafor', 'maya@example.com', 'ih_live_', 'bulk_98zq1', 'acme', 'Python', token]
  const headers = {
    authorization: 'Bearer ih_live_0123456789',
    'x-request-id': 'Maya-Okafor',
    host: 'acme.example.com',
  }
  const payload = { job_description: 'Python at acme', resumes: [{ id: 'maya@example.com', text: 'Maya Okafor' }] }
  await app.inject({ method: 'POST', url: '/v1/evaluate?who=Maya', headers, payload })
  await app.inject({ method: 'GET', url: '/v1/jobs/bulk_98zq1', headers })
  await app.inject({ method: 'GET', url: '/Maya/Okafor?mail=maya@example.com', headers })
  await app.inject({ method: 'PURGE' as 'GET', url: '/v1/jobs/acme', headers })
  const { body } = await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${token}` } })
  for (const text of planted) expect(body).not.toContain(text)

  const labels = seriesOf(body).flatMap((line) => [...line.matchAll(/(\w+)="([^"]*)"/g)])
  const allowed: Record<string, RegExp> = {
    route: /^(?:unknown|\/health|\/metrics|\/v1\/[a-z-]+(?:\/:[a-z_]+|\/[a-z-]+)*)$/,
    method: /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|other)$/,
    status: /^[1-5]\d\d$/,
    le: /^[\d.]+$|^\+Inf$/,
  }
  expect(labels.length).toBeGreaterThan(20)
  for (const [, name, value] of labels) expect(value).toMatch(allowed[name!] ?? /^a label that nobody listed$/)
})
