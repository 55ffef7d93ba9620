import { expect, it } from 'vitest'
import { fakeDeps } from '../testing/fake-deps.ts'
import { serveMetrics } from './serve.ts'

it('METRICS_PORT serves the metrics in plain HTTP, with the token and nothing else', async () => {
  const deps = fakeDeps({}, { METRICS_PORT: '0', METRICS_TOKEN: 'a-token-of-the-operator' })
  deps.metrics.countItem('succeeded', '')
  const server = await serveMetrics(deps)
  try {
    const ask = (path: string, authorization = '') =>
      fetch(`http://127.0.0.1:${server!.port}${path}`, { headers: { authorization } })
    const reply = await ask('/metrics', 'Bearer a-token-of-the-operator')
    expect([reply.status, await reply.text()]).toEqual([
      200,
      expect.stringContaining('innohire_screening_items_total{outcome="succeeded",code=""} 1'),
    ])
    expect((await ask('/metrics')).status).toBe(404)
    expect((await ask('/', 'Bearer a-token-of-the-operator')).status).toBe(404)
  } finally {
    await server!.close()
  }
})

it('without METRICS_PORT nothing listens', async () => {
  expect(await serveMetrics(fakeDeps())).toBeUndefined()
})
