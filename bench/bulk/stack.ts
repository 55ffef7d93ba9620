import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generateKey } from '@innohire/server/api-keys/key-format.ts'
import { makeCertificate } from '@innohire/server/testing/make-certificate.ts'
import { findPostgresPrograms, startPostgres } from '@innohire/server/testing/postgres-server.ts'
import { presign, type S3Keys } from '@innohire/server/testing/presign.ts'
import { Agent, request } from 'undici'
import { end, type Started, startNode } from './processes.ts'
import type { ResumeFile } from './resumes.ts'

const home = resolve(import.meta.dirname, '../..')
/** s3rver's own, fixed pair. */
const storeKeys: S3Keys = { access_key: 'S3RVER', secret_key: 'S3RVER' }

export interface Message {
  path: string
  headers: Record<string, string>
  body: string
  at_ms: number
}

export interface Reply {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** Object store, webhook receiver, database and the server's processes, all on this machine. */
export interface Stack {
  database_url: string | undefined
  /** Environment of the server's processes, for more of them. */
  env: Record<string, string>
  processes: Started[]
  receiver: { origin: string; messages: Message[]; next(is: (message: Message) => boolean): Promise<Message> }
  /** With the first key, unless another is given. */
  call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object, other_key?: string): Promise<Reply>
  /** Stores files and gives a presigned URL for each. */
  store(files: readonly ResumeFile[]): Promise<string[]>
  stop(): Promise<void>
}

export interface StackOptions {
  database: 'postgres' | 'pglite'
  /** Worker processes beside the API; on PGlite one process does both. */
  workers: number
  env?: Record<string, string>
}

export async function startStack({ database, workers, env: more = {} }: StackOptions): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), 'innohire-bench-'))
  const tls = join(folder, 'tls')
  for (const name of ['tls', 'store', 'data']) mkdirSync(join(folder, name))
  const pems = await makeCertificate()
  writeFileSync(join(tls, 'cert.pem'), pems.cert)
  writeFileSync(join(tls, 'key.pem'), pems.private)
  const objectStore = await startNode(
    [join(import.meta.dirname, 'store.ts'), join(folder, 'store'), tls],
    {},
    /store (\d+)/,
  )
  const storeHost = `127.0.0.1:${objectStore.match[1]}`
  const receiver = await startReceiver(pems)
  const postgres = database === 'postgres' ? await startPostgres(findPostgresPrograms()!) : undefined
  const key = generateKey('live')
  const env: Record<string, string> = {
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    INNOHIRE_ENCRYPTION_KEY: randomBytes(32).toString('hex'),
    INNOHIRE_BOOTSTRAP_API_KEY: key,
    EGRESS_ALLOW: `${storeHost},${receiver.host}`,
    EGRESS_CA_FILE: join(tls, 'cert.pem'),
    ...(postgres ? { DATABASE_URL: `${postgres.url}postgres` } : {}),
    ...more,
  }
  const main = join(home, 'server/main.ts')
  const role = postgres ? 'api' : 'all'
  const api = await startNode([main, `--role=${role}`], env, /ready at https:\/\/localhost:(\d+)/)
  const processes: Started[] = [api]
  for (let i = 0; postgres && i < workers; i++)
    processes.push(await startNode([main, '--role=worker'], { ...env, LOG_LEVEL: 'info' }, /worker is up/))

  const agent = new Agent({ connect: { rejectUnauthorized: false }, connections: 64 })
  return {
    database_url: env.DATABASE_URL,
    env,
    processes,
    receiver,
    async call(method, path, body, other_key) {
      const response = await request(`https://127.0.0.1:${api.match[1]}${path}`, {
        dispatcher: agent,
        method,
        headers: {
          authorization: `Bearer ${other_key ?? key}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      return { status: response.statusCode, headers: response.headers, text: await response.body.text() }
    },
    async store(files) {
      const urls: string[] = []
      for (const { name, bytes } of files) {
        const url = `https://${storeHost}/resumes/${encodeURIComponent(name)}`
        const put = presign('PUT', url, storeKeys, new Date())
        const { statusCode, body } = await request(put, { dispatcher: agent, method: 'PUT', body: bytes })
        await body.dump()
        if (statusCode !== 200) throw new Error(`The store refused ${name} with ${statusCode}.`)
        urls.push(presign('GET', url, storeKeys, new Date()))
      }
      return urls
    },
    async stop() {
      await Promise.all(processes.map((started) => end(started)))
      await end(objectStore, 'SIGKILL')
      receiver.close()
      await agent.destroy()
      await postgres?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startReceiver(pems: { cert: string; private: string }) {
  const messages: Message[] = []
  const waiting = new Set<() => void>()
  const server = createServer({ key: pems.private, cert: pems.cert }, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const headers = request.headers as Record<string, string>
    messages.push({ path: request.url!, headers, body: Buffer.concat(chunks).toString(), at_ms: performance.now() })
    response.writeHead(204).end()
    for (const look of waiting) look()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    origin: `https://${host}`,
    messages,
    next: (is: (message: Message) => boolean): Promise<Message> =>
      new Promise((resolve) => {
        const look = () => {
          const found = messages.find(is)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
