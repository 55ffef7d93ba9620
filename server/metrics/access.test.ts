import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { fakeDeps } from '../testing/fake-deps.ts'
import { mayReadMetrics } from './access.ts'

const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}): IncomingMessage =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.7', false],
  ['::ffff:203.0.113.9', false],
  ['fd00::1', false],
  [undefined, false],
])('without a token, %s may read: %s', (address, may) => {
  expect(mayReadMetrics(undefined, from(address))).toBe(may)
})

it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-proto'])(
  'a call through a proxy on this machine (%s) is no call from this machine',
  (name) => {
    expect(mayReadMetrics(undefined, from('127.0.0.1', { [name]: '127.0.0.1' }))).toBe(false)
  },
)

it('with a token, only the token opens, from wherever', () => {
  const token = 'a-token-of-the-operator'
  expect(mayReadMetrics(token, from('203.0.113.9', { authorization: `Bearer ${token}` }))).toBe(true)
  expect(mayReadMetrics(token, from('127.0.0.1'))).toBe(false)
  expect(mayReadMetrics(token, from('127.0.0.1', { authorization: 'Bearer another-token-here' }))).toBe(false)
  expect(mayReadMetrics(token, from('127.0.0.1', { authorization: token }))).toBe(false)
})

it('who may not read is told that there is no such route; an API key opens nothing', async () => {
  const app = createApp(fakeDeps({}, { METRICS_TOKEN: 'a-token-of-the-operator' }))
  for (const headers of [{}, { authorization: 'Bearer good' }]) {
    const reply = await app.inject({ url: '/metrics', headers })
    expect([reply.statusCode, reply.json().error.code]).toEqual([404, 'route_not_found'])
  }
})
