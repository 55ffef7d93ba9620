import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const bin = join(import.meta.dirname, 'innohire.mjs')
const DATA_DIR = mkdtempSync(join(tmpdir(), 'innohire-cli-'))
const servers: ReturnType<typeof spawn>[] = []
afterAll(() => {
  for (const server of servers) server.kill('SIGKILL')
  rmSync(DATA_DIR, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

function run(command: string, args: string[], env: Record<string, string>) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(command, args, { env: { PATH: process.env.PATH!, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

/** The status of an authenticated call; the certificate is the server's own. */
function statusFor(key: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: '/v1/jobs/job_none', rejectUnauthorized: false, agent: false }
    const call = request({ ...options, headers: { authorization: `Bearer ${key}` } }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    call.once('error', reject)
    call.end()
  })
}

it('manages keys of the running server within a second, and after it was killed', async () => {
  const port = await freePort()
  const env = { DATA_DIR, PORT: String(port) }
  const server = spawn(process.execPath, [join(root, 'server/main.ts')], {
    env: { PATH: process.env.PATH!, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  servers.push(server)
  let output = ''
  await new Promise<void>((resolve, reject) => {
    server.stdout!.on('data', (chunk) => {
      output += chunk
      if (output.includes('is ready at')) resolve()
    })
    server.once('exit', () => reject(new Error(`the server ended:\n${output}`)))
  })
  const innohire = (...args: string[]) => run(process.execPath, [bin, ...args], env)

  const created = await innohire('keys', 'create', '--name', 'From the command line', '--json')
  const { id, key } = JSON.parse(created.stdout)
  expect(await statusFor(key, port)).toBe(404)
  expect(await innohire('keys', 'revoke', id)).toMatchObject({ code: 0 })
  await expect.poll(() => statusFor(key, port), { timeout: 1_000 }).toBe(401)
  expect(await innohire('doctor')).toMatchObject({ code: 0, stdout: expect.stringContaining('holds it and answers') })

  server.kill('SIGKILL')
  await once(server, 'exit')
  const listed = await innohire('keys', 'list', '--json')
  expect(JSON.parse(listed.stdout)).toContainEqual(expect.objectContaining({ id, revoked_at: expect.any(String) }))
  expect(await innohire('audit', 'verify')).toMatchObject({ code: 0, stdout: expect.stringContaining('intact') })
})

/** A Node outside of node_modules that is too old for TypeScript files. */
async function findOldNode(): Promise<string | undefined> {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    if (directory.includes('node_modules')) continue
    const node = join(directory, 'node')
    const { stdout } = await run(node, ['--version'], {})
    const [, major, minor] = /^v(\d+)\.(\d+)/.exec(stdout) ?? []
    if (major && (Number(major) < 22 || (Number(major) === 22 && Number(minor) < 19))) return node
  }
  return undefined
}
const oldNode = await findOldNode()

it.skipIf(oldNode === undefined)('runs under an old Node by way of the one in node_modules', async () => {
  const { code, stdout } = await run(oldNode!, [bin, '--help'], {})
  expect({ code, help: stdout.includes('evaluate') }).toEqual({ code: 0, help: true })
  expect(await run(oldNode!, [bin, 'evalute'], {})).toMatchObject({ code: 2 })
})
