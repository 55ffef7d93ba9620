import { readFileSync, writeFileSync } from 'node:fs'
import { request as httpsRequest } from 'node:https'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../db/open.ts'
import { createGuardedClient } from '../egress/index.ts'
import { type BulkServer, type Caller, startBulkServer } from '../testing/bulk-server.ts'
import { type HttpsStore, startHttpsStore } from '../testing/https-store.ts'
import { makeCertificate } from '../testing/make-certificate.ts'
import { smallPdf } from '../testing/pdf.ts'
import { presign } from '../testing/presign.ts'
import { temporaryDirectory } from '../testing/temporary-directory.ts'

const keys = { access_key: 'S3RVER', secret_key: 'S3RVER' }
const job_description = 'Python developer'

describe('bulk screening of an S3-compatible store', () => {
  let store: S3rver
  let origin: string
  let ca_file: string
  let caller: Caller

  beforeAll(async () => {
    const pems = await makeCertificate()
    ca_file = join(temporaryDirectory(), 'ca.pem')
    writeFileSync(ca_file, pems.cert)
    store = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: temporaryDirectory(),
      key: pems.private,
      cert: pems.cert,
      configureBuckets: [{ name: 'resumes' }],
    })
    const { port } = await store.run()
    origin = `https://127.0.0.1:${port}`
    const database = await openDatabase({ data_dir: 'memory://' })
    afterAll(() => database.close())
    const host = `127.0.0.1:${port}`
    const server = await startBulkServer(database, { host, ca_file, origin, close: async () => {} })
    caller = await server.workspace()
    await server.work()
  }, 60_000)
  afterAll(() => store.close())

  const put = (name: string, bytes: Buffer) =>
    new Promise<void>((resolve, reject) => {
      const url = presign('PUT', `${origin}/resumes/${name}`, keys, new Date())
      const options = { method: 'PUT', ca: readFileSync(ca_file), headers: { 'content-length': bytes.length } }
      const sent = httpsRequest(url, options, (response) => {
        response.resume()
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`)),
        )
      })
      sent.on('error', reject)
      sent.end(bytes)
    })

  it('reads presigned URLs, and tells a URL that a stranger signed, or whose time is over, from a file that is broken', async () => {
    await put('good.pdf', smallPdf('Python developer since 2015, score 81'))
    await put('broken.pdf', Buffer.from('%PDF-1.7 broken'))
    // This store checks who signs and until when, not the sum itself.
    const url = (name: string, access_key = 'S3RVER', at = new Date()) =>
      presign('GET', `${origin}/resumes/${name}`, { ...keys, access_key }, at)
    const { json } = await caller.call('POST', '/v1/bulk-screen', {
      job_description,
      resume_urls: [
        url('good.pdf'),
        url('good.pdf', 'SOMEONEELSE'),
        url('good.pdf', 'S3RVER', new Date(Date.now() - 2 * 3_600_000)),
        url('absent.pdf'),
        url('broken.pdf'),
      ],
    })
    const job = await caller.finished(json.job_id)
    expect(job.candidates).toMatchObject([{ id: '0', overall_score: 81 }])
    expect(job.failures.map(({ id, code }: { id: string; code: string }) => [id, code])).toEqual([
      ['1', 'download_failed'],
      ['2', 'download_failed'],
      ['3', 'download_failed'],
      ['4', 'corrupt_file'],
    ])
    expect(job.failures[1].message).toContain('may have expired')
    expect(JSON.stringify(job)).not.toMatch(/X-Amz|Signature=/)
  })
})

describe('bulk screening of a host that means harm', () => {
  let store: HttpsStore
  let server: BulkServer
  let caller: Caller
  const reached: string[] = []

  beforeAll(async () => {
    store = await startHttpsStore((request, response) => {
      reached.push(`${request.headers.host}${request.url}`)
      const path = request.url!.split('?')[0]
      if (path === '/good.txt') return response.end('Python developer, score 55')
      if (path === '/metadata') return response.writeHead(302, { location: 'https://169.254.169.254/latest' }).end()
      if (path === '/decimal') return response.writeHead(302, { location: 'https://2852039166/latest' }).end()
      if (path === '/plain') return response.writeHead(302, { location: 'http://example.com/' }).end()
      if (path === '/loop') return response.writeHead(302, { location: '/loop' }).end()
      if (path === '/gzip')
        return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)))
      if (path === '/long') return response.writeHead(200, { 'content-length': '99999999' }).write('x')
      if (path === '/endless') {
        const block = Buffer.alloc(65_536)
        const pump = () => {
          while (!response.destroyed && response.write(block));
        }
        response.on('drain', pump)
        return pump()
      }
      response.writeHead(404).end()
    })
    const database = await openDatabase({ data_dir: 'memory://' })
    afterAll(() => database.close())
    let looks = 0
    // A name that is public when it is looked up first, and the loopback address from then on.
    const resolve = async () => [{ address: looks++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }]
    // With a range that is open on every port, the port of a name is judged at the connection and not at the submission.
    const allow = `${store.host},198.51.100.0/24`
    const egress = createGuardedClient({ allow, ca_file: store.ca_file, resolve, connect_timeout_ms: 200 })
    server = await startBulkServer(database, store, { egress })
    caller = await server.workspace()
    await server.work()
  }, 60_000)

  it('costs each bad item a code of its own and the good one nothing', async () => {
    const paths = ['/metadata', '/decimal', '/plain', '/loop', '/gzip', '/long', '/endless', '/good.txt']
    const { json } = await caller.call('POST', '/v1/bulk-screen', {
      job_description,
      resume_urls: paths.map((path) => ({ id: path, url: `${store.origin}${path}?signature=canary` })),
    })
    const job = await caller.finished(json.job_id)
    expect(job.candidates).toMatchObject([{ id: '/good.txt', overall_score: 55 }])
    const codes = job.failures.map(({ id, code }: { id: string; code: string }) => [id, code])
    expect(codes).toEqual([
      ['/metadata', 'url_not_allowed'],
      ['/decimal', 'url_not_allowed'],
      ['/plain', 'invalid_url'],
      ['/loop', 'download_failed'],
      ['/gzip', 'download_failed'],
      ['/long', 'file_too_large'],
      ['/endless', 'file_too_large'],
    ])
    expect(JSON.stringify(job)).not.toContain('canary')
  })

  it('a name that changes its address after the check reaches nothing inside', async () => {
    const port = store.host.split(':')[1]
    const before = reached.length
    const { json } = await caller.call('POST', '/v1/bulk-screen', {
      job_description,
      resume_urls: [`https://rebind.example.com:${port}/good.txt`],
    })
    // The closed port is refused at the first look already; a later look must not find it open either.
    for (let i = 0; i < 40 && (await caller.call('GET', `/v1/jobs/${json.job_id}`)).json.progress === 0; i++)
      await wait(50)
    await caller.call('POST', `/v1/jobs/${json.job_id}/cancel`)
    const job = await caller.finished(json.job_id)
    expect(job.candidates).toEqual([])
    expect(job.failures[0].code).toMatch(/url_not_allowed|cancelled/)
    expect(reached.slice(before)).toEqual([])
  })
})
