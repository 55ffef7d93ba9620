import { execFileSync, spawnSync } from 'node:child_process'
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { createWebhookSecret, signatureHeaders } from './signature.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

it('signs the published vector of Standard Webhooks', () => {
  const headers = signatureHeaders([secret], {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp_seconds: 1614265330,
    body: '{"test": 2432232314}',
  })
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

it('signs the vector that the SDKs share, under both schemes', () => {
  const headers = signatureHeaders([secret], {
    id: 'msg_2N9Q',
    timestamp_seconds: 1764000000,
    body: '{"job_id":"job_01","status":"completed"}',
  })
  expect(headers['webhook-signature']).toBe('v1,XIFqbwO/EgXGcFSCayPyJ51y5jK0of4YJ/zaXXfl4cY=')
  expect(headers['x-innohire-signature']).toBe(
    't=1764000000,v1=d924d0c53edaed3ff9e69155933f247bce0dabfbc8074721a56884f73a175ff7',
  )
})

it('is verified by the standardwebhooks library under either secret of a rotation, and not after a change', () => {
  const [old, fresh] = [createWebhookSecret(), createWebhookSecret()]
  const body = '{"job_id":"bulk_1"}'
  const now = Math.floor(Date.now() / 1000)
  const headers = signatureHeaders([fresh, old], { id: 'msg_1', timestamp_seconds: now, body })
  expect(new Webhook(old).verify(body, headers)).toEqual({ job_id: 'bulk_1' })
  expect(new Webhook(fresh).verify(body, headers)).toEqual({ job_id: 'bulk_1' })
  expect(() => new Webhook(fresh).verify(body.replace('1', '2'), headers)).toThrow()
  expect(() => new Webhook(createWebhookSecret()).verify(body, headers)).toThrow()
})

const isMissing = spawnSync('openssl', ['version']).error !== undefined
if (isMissing) console.warn('openssl is missing: the check by openssl is skipped')
it.skipIf(isMissing && process.env.CI !== 'true')('is checked by one line of openssl', () => {
  const body = '{"job_id":"bulk_1"}'
  const headers = signatureHeaders([secret], { id: 'msg_1', timestamp_seconds: 1764000000, body })
  const printed = execFileSync('openssl', ['dgst', '-sha256', '-hmac', secret], { input: `1764000000.${body}` })
  expect(headers['x-innohire-signature']).toBe(`t=1764000000,v1=${printed.toString().trim().split(' ').at(-1)}`)
})
