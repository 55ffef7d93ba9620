import { rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { EncryptionKeyError } from '../crypto/master-keys.ts'
import { ApiError } from '../errors.ts'
import { AdminError } from './admin-error.ts'
import { type AdminDeps, runAdminCommand } from './commands.ts'
import { socketPath } from './socket-path.ts'

/**
 * Takes the operator's commands on DATA_DIR/admin.sock, mode 0600: who may open it may read the data directory anyway.
 * The embedded database has one process, so the command line asks the server that holds it.
 */
export async function serveAdmin(deps: AdminDeps): Promise<{ close(): Promise<void> }> {
  // On PostgreSQL the command line is one more process beside the others, and DATA_DIR may be shared by several.
  if (deps.database.kind === 'postgres') return { close: async () => {} }
  const server = createServer((request, response) => void answer(deps, request, response))
  const address = socketPath(deps.data_dir)
  // The lock of the directory is ours, so a socket that is there was left behind.
  if (process.platform !== 'win32') rmSync(address.path, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // The socket is made within the call, so nobody can open it before its mode is set.
    const umask = process.umask(0o177)
    server.listen(address.path, resolve)
    process.umask(umask)
  })
  server.unref()
  return {
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      address.release()
    },
  }
}

async function answer(deps: AdminDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let status = 200
  let body: unknown
  try {
    body = await runAdminCommand(deps, request.url?.slice(1) ?? '', await json(request))
  } catch (error) {
    status = 400
    body = { message: messageFor(error) }
  }
  const text = JSON.stringify(body)
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text)
}

/** What the operator is told: only of errors that are meant for people. */
export function messageFor(error: unknown): string {
  if (error instanceof AdminError || error instanceof ApiError || error instanceof EncryptionKeyError)
    return error.message
  return `The command failed: ${error instanceof Error ? error.message : String(error)}`
}
