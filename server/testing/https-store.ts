import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { makeCertificate } from './make-certificate.ts'
import { temporaryDirectory } from './temporary-directory.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** An HTTPS server on the loopback address with a certificate of its own: an object store or a webhook receiver. */
export interface HttpsStore {
  /** https://127.0.0.1:port */
  origin: string
  /** 127.0.0.1:port, for EGRESS_ALLOW. */
  host: string
  /** For EGRESS_CA_FILE. */
  ca_file: string
  close(): Promise<void>
}

/** Closed at the latest when the calling test file ends. */
export async function startHttpsStore(handler: Handler): Promise<HttpsStore> {
  const pems = await makeCertificate()
  const ca_file = join(temporaryDirectory(), 'ca.pem')
  writeFileSync(ca_file, pems.cert)
  const server = createServer({ key: pems.private, cert: pems.cert }, handler)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    server.closeAllConnections()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  afterAll(close)
  return { origin: `https://${host}`, host, ca_file, close }
}

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
