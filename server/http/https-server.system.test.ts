import { mkdtempSync, statSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { request } from 'node:https'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as tlsConnect } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createApp } from '../app.ts'
import { fakeDeps } from '../testing/fake-deps.ts'
import { type Certificate, openCertificate } from './certificate.ts'
import { httpsServerFactory } from './https-server.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'innohire-tls-'))
const flagExposedKey = vi.fn(async () => {})
let app: FastifyInstance
let certificate: Certificate
let port: number

async function listen(env: Record<string, string> = {}) {
  const instance = createApp(fakeDeps({ flagExposedKey }, env), httpsServerFactory(certificate))
  await instance.listen({ port: 0, host: '127.0.0.1' })
  return { instance, port: (instance.server.address() as { port: number }).port }
}

beforeAll(async () => {
  certificate = await openCertificate({ DATA_DIR }, new Date())
  const server = await listen()
  app = server.instance
  port = server.port
})
afterAll(() => app.close())

interface Answer {
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: string
}
function ask(send: typeof request, options: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = send({ host: '127.0.0.1', ...options }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}
/** Sends bytes, one write each, and reads until the server closes. */
function exchange(socket: Socket, writes: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
    for (const bytes of writes) socket.write(bytes)
  })
}

it('https answers with a certificate that a client can pin, made for localhost and 127.0.0.1', async () => {
  for (const host of ['localhost', '127.0.0.1']) {
    const answer = await ask(request, { host, port, path: '/health', ca: certificate.cert })
    expect([answer.status, answer.body]).toEqual([200, '{"status":"ok"}'])
  }
})

it('the key of the certificate is readable by its owner only, and a second start takes both as they are', async () => {
  expect(statSync(join(DATA_DIR, 'tls/key.pem')).mode & 0o777).toBe(0o600)
  expect((await openCertificate({ DATA_DIR }, new Date())).fingerprint).toBe(certificate.fingerprint)
})

it('a certificate that is about to expire is made anew', async () => {
  const nearTheEnd = new Date(certificate.expires_at.getTime() - 29 * 86_400_000)
  const folder = mkdtempSync(join(tmpdir(), 'innohire-tls-'))
  const first = await openCertificate({ DATA_DIR: folder }, new Date())
  expect((await openCertificate({ DATA_DIR: folder }, nearTheEnd)).fingerprint).not.toBe(first.fingerprint)
})

it('plain http on the same port gets the JSON 400 https_required, is hung up on, and its key is flagged', async () => {
  const headers = { authorization: 'Bearer shown-in-clear' }
  const answer = await ask(httpRequest as never, { port, path: '/v1/evaluate', method: 'POST', headers })
  expect(answer.status).toBe(400)
  expect(JSON.parse(answer.body).error).toMatchObject({ code: 'https_required', type: 'invalid_request_error' })
  expect(answer.headers.connection).toBe('close')
  expect(answer.headers.location).toBeUndefined()
  expect(flagExposedKey).toHaveBeenLastCalledWith('Bearer shown-in-clear')
})

it('a trusted proxy may speak plain http if it received https; others may only claim it', async () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.9' }
  const untrusting = await ask(httpRequest as never, { port, path: '/health', headers })
  expect(untrusting.status).toBe(400)

  const proxied = await listen({ TRUSTED_PROXIES: '127.0.0.0/8' })
  expect((await ask(httpRequest as never, { port: proxied.port, path: '/health', headers })).status).toBe(200)
  const overHttp = { ...headers, 'x-forwarded-proto': 'http' }
  expect((await ask(httpRequest as never, { port: proxied.port, path: '/health', headers: overHttp })).status).toBe(400)
  await proxied.instance.close()
})

it.each([
  ['garbage', ['\x01\x02\x03 garbage\r\n\r\n']],
  ['a request line without a method', ['/health HTTP/1.1\r\n\r\n']],
  ['a header block over the limit', [`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(40_000)}\r\n\r\n`]],
  ['no host', ['GET /health HTTP/1.1\r\nconnection: close\r\n\r\n']],
  ['two lengths', ['POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabc']],
])('%s over TLS is answered in the one error shape', async (_, writes) => {
  const socket = tlsConnect({ port, host: '127.0.0.1', ca: certificate.cert })
  const text = await exchange(socket, writes)
  expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(text).toMatch(/x-request-id: req_[0-9A-Z]{26}/i)
  expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4)).error.code).toBe('malformed_request')
})

it('plain http that dribbles in byte by byte is understood', async () => {
  const socket = connect(port, '127.0.0.1')
  const bytes = [...'GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n']
  expect(await exchange(socket, bytes)).toContain('https_required')
})

it('TLS 1.1 is refused', async () => {
  const options = {
    port,
    host: '127.0.0.1',
    minVersion: 'TLSv1.1',
    maxVersion: 'TLSv1.1',
    rejectUnauthorized: false,
  } as const
  await expect(exchange(tlsConnect({ ...options, ciphers: 'DEFAULT@SECLEVEL=0' }), [])).rejects.toThrow()
})

it('the server goes on after connections that say nothing, break off or fail the handshake', async () => {
  const silent = connect(port, '127.0.0.1')
  const broken = connect(port, '127.0.0.1', () => broken.resetAndDestroy())
  const halfHandshake = connect(port, '127.0.0.1', () => halfHandshake.end(Buffer.from([0x16, 3, 1, 2, 0, 1, 0])))
  for (const socket of [broken, halfHandshake]) socket.on('error', () => {})
  const answer = await ask(request, { port, path: '/health', ca: certificate.cert })
  expect(answer.status).toBe(200)
  silent.destroy()
})
