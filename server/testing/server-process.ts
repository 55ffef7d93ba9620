import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join, resolve } from 'node:path'
import { startChild, type TestChild } from './child.ts'

export interface Answer {
  status: number
  headers: NodeJS.Dict<string | string[]>
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was answered
  json: any
}

export interface TestServer {
  child: TestChild
  port: number
  data_dir: string
  /** The certificate, for other clients. */
  ca: string
  /** Sends a request over HTTPS with the certificate that the server made. */
  ask(method: string, path: string, options?: { headers?: Record<string, string>; body?: unknown }): Promise<Answer>
}

/** Starts the real server as `npm start` does, on a free port, and waits until it is ready. */
export async function startServer(data_dir: string, env: Record<string, string> = {}): Promise<TestServer> {
  const child = startChild(resolve(import.meta.dirname, '../preflight.mjs'), [], {
    DATA_DIR: data_dir,
    PORT: '0',
    ...env,
  })
  const [, port] = await child.until(/ready at https:\/\/localhost:(\d+)\n[\s\S]*\n\n/)
  const ca = readFileSync(join(data_dir, 'tls/cert.pem'), 'utf8')
  return {
    child,
    port: Number(port),
    data_dir,
    ca,
    ask: (method, path, options) => ask({ port, ca }, method, path, options),
  }
}

function ask(
  server: { port: string | number | undefined; ca: string },
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
): Promise<Answer> {
  const bytes = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
  const type =
    bytes === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(bytes as string)}` }
  return new Promise((resolve, reject) => {
    const options = { host: 'localhost', ...server, method, path, headers: { ...type, ...headers } }
    const sent = request(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const isJson = response.headers['content-type']?.includes('json')
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text,
          json: isJson && text ? JSON.parse(text) : undefined,
        })
      })
    })
    sent.on('error', reject)
    sent.end(bytes)
  })
}
