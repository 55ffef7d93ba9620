import { ErrorBody } from '@innohire/contract'
import { expect, it } from 'vitest'
import { createApp } from './app.ts'
import { fakeDeps } from './testing/fake-deps.ts'

it('health answers without a key, with the headers of every response', async () => {
  const reply = await createApp(fakeDeps()).inject('/health')
  expect(reply.json()).toEqual({ status: 'ok' })
  expect(reply.headers).toMatchObject({
    'x-request-id': expect.stringMatching(/^req_[0-9A-Z]{26}$/),
    'innohire-version': expect.any(String),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=31536000',
  })
})

it('the address that a start prints leads a browser to the API reference', async () => {
  const reply = await createApp(fakeDeps()).inject('/')
  expect([reply.statusCode, reply.headers.location]).toEqual([302, '/docs/api'])
})

it.each([
  ['GET', '/nowhere', 404, 'route_not_found', undefined],
  ['POST', '/health', 405, 'method_not_allowed', 'GET, HEAD, OPTIONS'],
  ['TRACE', '/health', 405, 'method_not_allowed', 'GET, HEAD, OPTIONS'],
  ['GET', '/v1/%zz', 400, 'malformed_request', undefined],
  ['GET', `/v1/jobs/${'a'.repeat(2000)}`, 404, 'route_not_found', undefined],
] as const)('%s %s is answered with %i %s in the one error shape', async (method, url, status, code, allow) => {
  const reply = await createApp(fakeDeps()).inject({
    method: method as 'GET',
    url,
    headers: { host: 'hire.example.com' },
  })
  expect(reply.statusCode).toBe(status)
  const body = ErrorBody.parse(reply.json())
  expect(body.error).toMatchObject({ code, request_id: reply.headers['x-request-id'] })
  expect(body.error.doc_url).toBe(`https://hire.example.com/docs/errors#${code}`)
  expect(reply.headers.allow).toBe(allow)
  expect(reply.headers['content-type']).toContain('application/json')
})

it('OPTIONS of a known path lists its methods, and gives no CORS header unless an origin is allowed', async () => {
  const request = { method: 'OPTIONS', url: '/health', headers: { origin: 'https://ats.example.com' } } as const
  const closed = await createApp(fakeDeps()).inject(request)
  expect([closed.statusCode, closed.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
  expect(Object.keys(closed.headers).filter((name) => name.startsWith('access-control'))).toEqual([])

  const open = await createApp(fakeDeps({}, { CORS_ORIGINS: 'https://ats.example.com' })).inject(request)
  expect(open.headers).toMatchObject({
    'access-control-allow-origin': 'https://ats.example.com',
    'access-control-max-age': '600',
  })
  expect(open.headers['access-control-allow-credentials']).toBeUndefined()
})

it('a closing server says so to /health first, then to all', async () => {
  const deps = fakeDeps()
  const app = createApp(deps)
  deps.lifecycle.is_closing = true
  expect((await app.inject('/health')).statusCode).toBe(503)
  expect((await app.inject('/nowhere')).statusCode).toBe(404)
  deps.lifecycle.refuses_work = true
  const refused = await app.inject('/nowhere')
  expect(refused.json().error.code).toBe('shutting_down')
  expect(refused.headers).toMatchObject({ 'retry-after': '5', connection: 'close' })
})

it('a Host header that is no host name is not repeated', async () => {
  const reply = await createApp(fakeDeps()).inject({ url: '/nowhere', headers: { host: '<script>"' } })
  expect(reply.json().error.doc_url).toBe('https://localhost/docs/errors#route_not_found')
})
