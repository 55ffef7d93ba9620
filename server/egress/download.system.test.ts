import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuardedClient, download, EgressError, type GuardedClient } from './index.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void
let server: Server
let port: number
let caFile: string
let client: GuardedClient
/** Every request that reached the server, to prove that refused ones made no connection. */
const seen: string[] = []

const handlers: Record<string, Handler> = {
  '/ok': (_, response) => response.end('a resume'),
  '/status-500': (_, response) => response.writeHead(500).end(),
  '/status-403': (_, response) => response.writeHead(403).end(),
  '/redirect-once': (_, response) => response.writeHead(302, { location: '/ok' }).end(),
  '/redirect-metadata': (_, response) => response.writeHead(302, { location: 'https://169.254.169.254/' }).end(),
  '/redirect-http': (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/ok` }).end(),
  '/redirect-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/redirect-loop': (_, response) => response.writeHead(302, { location: '/redirect-loop' }).end(),
  '/drip': (_, response) => {
    const timer = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(timer))
  },
  '/endless': (_, response) => {
    const block = Buffer.alloc(65_536)
    const pump = () => {
      while (!response.destroyed && response.write(block));
    }
    response.on('drain', pump)
    pump()
  },
  '/long-claim': (_, response) => response.writeHead(200, { 'content-length': String(50 * 1024 * 1024) }).write('x'),
  '/short-body': (request, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('only this', () => request.socket.destroy())
  },
  '/gzip-bomb': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000))),
  '/silence': () => {},
}

beforeAll(async () => {
  const pems = await generate([{ name: 'commonName', value: 'store.example' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'store.example' },
        ],
      },
    ],
  } as never)
  caFile = join(mkdtempSync(join(tmpdir(), 'egress-')), 'ca.pem')
  writeFileSync(caFile, pems.cert)
  server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    seen.push(request.url!)
    handlers[request.url!.split('?')[0]!]?.(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  client = createGuardedClient({ allow: `127.0.0.1:${port}`, ca_file: caFile })
})
afterAll(async () => {
  await client.close()
  server.closeAllConnections()
  server.close()
})

const fetchPath = (path: string, options = {}) => download(client, `https://127.0.0.1:${port}${path}`, options)
const failure = async (promise: Promise<unknown>): Promise<EgressError> => {
  const error = await promise.then(
    () => new Error('did not fail'),
    (e: unknown) => e,
  )
  expect(error).toBeInstanceOf(EgressError)
  return error as EgressError
}

describe('download', () => {
  it('brings the bytes of an allowed host, through a redirect too', async () => {
    expect(Buffer.from(await fetchPath('/ok')).toString()).toBe('a resume')
    expect(Buffer.from(await fetchPath('/redirect-once')).toString()).toBe('a resume')
  })

  it.each([
    ['/redirect-metadata', 'url_not_allowed', false],
    ['/redirect-http', 'invalid_url', false],
    ['/redirect-file', 'invalid_url', false],
    ['/redirect-loop', 'download_failed', false],
    ['/status-500', 'download_failed', true],
    ['/status-403', 'download_failed', false],
    ['/endless', 'file_too_large', false],
    ['/long-claim', 'file_too_large', false],
    ['/short-body', 'download_failed', true],
    ['/gzip-bomb', 'download_failed', false],
  ])('%s fails as %s', async (path, code, isRetryable) => {
    expect(await failure(fetchPath(path))).toMatchObject({ code, is_retryable: isRetryable })
  })

  it('gives up on a slow drip', async () => {
    const error = await failure(fetchPath('/drip', { slow_window_ms: 150 }))
    expect(error).toMatchObject({ code: 'download_failed', message: 'The download was too slow.' })
  })

  it('gives up on a silent host at the total time limit', async () => {
    const error = await failure(fetchPath('/silence', { total_timeout_ms: 200 }))
    expect(error).toMatchObject({ code: 'download_failed', message: 'The host took too long.', is_retryable: true })
  })

  it('does not trust a certificate without EGRESS_CA_FILE', async () => {
    const stranger = createGuardedClient({ allow: `127.0.0.1:${port}` })
    const error = await failure(download(stranger, `https://127.0.0.1:${port}/ok`))
    expect(error.message).toBe("The host's certificate is not trusted.")
    await stranger.close()
  })

  it('never shows the query of a signed URL', async () => {
    const error = await failure(fetchPath('/status-500?X-Amz-Signature=s3cret'))
    expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toContain('s3cret')
  })
})

describe('a name that changes its address between check and use', () => {
  it('reaches nothing inside, whatever it resolves to', async () => {
    const inside = ['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1', '100.64.1.1']
    for (const address of inside) {
      const rebinding = createGuardedClient({
        ca_file: caFile,
        resolve: async () => [{ address, family: address.includes(':') ? 6 : 4 }],
      })
      const before = seen.length
      const error = await failure(download(rebinding, `https://store.example:8443/ok`))
      expect(error.code).toBe('url_not_allowed')
      expect(seen.length).toBe(before)
      await rebinding.close()
    }
  })

  it('is reached when its range is allowed', async () => {
    const open = createGuardedClient({
      allow: '127.0.0.0/8',
      ca_file: caFile,
      resolve: async () => [
        { address: '10.0.0.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    })
    expect(Buffer.from(await download(open, `https://store.example:${port}/ok`)).toString()).toBe('a resume')
    await open.close()
  })
})
