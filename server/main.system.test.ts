import { execFile } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { promisify } from 'node:util'
import { ErrorBody, EvaluateResponse } from '@innohire/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { generateKey } from './api-keys/key-format.ts'
import { startChild } from './testing/child.ts'
import { forEachDatabase } from './testing/databases.ts'
import { startServer, type TestServer } from './testing/server-process.ts'
import { temporaryDirectory } from './testing/temporary-directory.ts'

const run = promisify(execFile)
const home = resolve(import.meta.dirname, '..')
const good = { job_description: 'Must have Python and PostgreSQL.', resumes: [{ text: 'Python developer since 2019' }] }

forEachDatabase('npm start', (_, engine) => {
  let env: Record<string, string>
  let data_dir: string
  let server: TestServer
  let key: string
  const authorized = () => ({ authorization: `Bearer ${key}` })
  const evaluate = (body: unknown, headers = {}) =>
    server.ask('POST', '/v1/evaluate', { body, headers: { ...authorized(), ...headers } })

  beforeAll(async () => {
    const options = await engine.freshOptions()
    data_dir = options.data_dir
    env = options.database_url ? { DATABASE_URL: options.database_url } : {}
    server = await startServer(data_dir, env)
    key = /ih_live_\w{38}/.exec(server.child.output())![0]
  })
  afterAll(() => server.child.kill('SIGTERM'))

  it('prints the address, the fingerprint, a set-up link and one key, and keeps the token to its owner', () => {
    const printed = server.child.output()
    expect(printed).toMatch(/fingerprint ([0-9A-F]{2}:){31}[0-9A-F]{2}/)
    const [, token] = /https:\/\/localhost:\d+\/setup\?token=(\S+)/.exec(printed)!
    expect(readFileSync(join(data_dir, 'setup-token'), 'utf8').trim()).toBe(token)
    expect(statSync(join(data_dir, 'setup-token')).mode & 0o777).toBe(0o600)
  })

  it('prints a command that ranks the examples, as it stands', async () => {
    const [command] = /curl [^\n]*\\\n(?:.*\\\n)*.*/.exec(server.child.output())!
    const { stdout } = await run('bash', ['-c', `${command.replace('curl ', 'curl -sS --fail ')}`], {
      cwd: process.cwd(),
    })
    const { candidates } = EvaluateResponse.parse(JSON.parse(stdout))
    expect(candidates[0]!.id).toBe('maria-lindqvist')
    expect(candidates.at(-1)!.id).toBe('daniel-okafor')
    expect(candidates[0]!.matched_skills).toEqual(expect.arrayContaining(['PostgreSQL', 'Docker']))
  })

  it('tells its metrics to this machine, and not through a proxy', async () => {
    const { status, text } = await server.ask('GET', '/metrics')
    expect(status).toBe(200)
    expect(text).toMatch(/^innohire_embedder_lines_total\{source="computed"\} [1-9]\d*$/m)
    expect(text).toMatch(/^innohire_queue_tasks\{task="deliver_webhook",state="waiting"\} 0$/m)
    expect(text).toMatch(/^process_resident_memory_bytes \d{8,}$/m)
    expect(text).not.toMatch(/maria|lindqvist|okafor|ih_live|ws_/i)
    const forwarded = await server.ask('GET', '/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } })
    expect(forwarded.status).toBe(404)
  })

  it('a worker beside it tells its own metrics on METRICS_PORT, and the queue that both share', async () => {
    if (env.DATABASE_URL === undefined) return
    const worker = startChild(resolve(home, 'server/main.ts'), ['--role=worker'], {
      ...env,
      DATA_DIR: data_dir,
      METRICS_PORT: '0',
    })
    const [, port] = await worker.until(/"port":(\d+),"msg":"metrics are served"/)
    await worker.until(/worker is up/)
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect(text).toMatch(/^innohire_queue_tasks\{task="evaluate_screening_item",state="running"\} 0$/m)
    expect(text).toMatch(/^innohire_embedder_lines_total\{source="computed"\} \d+$/m)
    expect(text).not.toMatch(/^innohire_http_request_duration_seconds_count/m)
    await worker.kill('SIGTERM')
  })

  it('the set-up link leads to a page that says where the dashboard is', async () => {
    const page = await server.ask('GET', '/setup?token=x')
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('not part of this release')])
  })

  describe('texts that are hard to read', () => {
    it.each([
      ['NUL bytes', 'Python\u0000developer since 2019', 'invalid_characters_replaced'],
      ['a lone surrogate', 'Python \ud83d developer since 2019', 'invalid_characters_replaced'],
      ['more than 200,000 characters', `Python developer. ${'worked on reports '.repeat(12_000)}`, 'text_truncated'],
    ])('%s get a warning', async (_name, text, code) => {
      const reply = await evaluate({ ...good, resumes: [{ id: text.slice(0, 20), text }] })
      expect(reply.status).toBe(200)
      const [candidate] = EvaluateResponse.parse(reply.json).candidates
      expect(candidate!.warnings.map((warning) => warning.code)).toContain(code)
      const job = await server.ask('GET', `/v1/jobs/${reply.json.job_id}`, { headers: authorized() })
      expect(job.json.candidates).toEqual(reply.json.candidates)
    })

    it.each([
      ['one character 200,000 times', 'a'.repeat(200_000)],
      ['one megabyte', 'Python and PostgreSQL in Gothenburg. '.repeat(27_000)],
      ['right-to-left text', 'ممرضة مسجلة منذ عام 2015 في مستشفى دبي'],
      ['Chinese and Japanese', '软件工程师，熟悉 Python 和 PostgreSQL。看護師の経験があります。'],
      ['HTML', '<html><body><h1>Jane Doe</h1><script>alert(1)</script><p>Python developer</p></body></html>'],
      ['only unreadable characters', '\u0000\ud800'],
      ['emoji', '👩‍💻'.repeat(500)],
    ])('%s is answered with 200', async (_name, text) => {
      const reply = await evaluate({ job_description: text, resumes: [{ text }, { text: 'Python developer' }] })
      expect([reply.status, reply.json?.error]).toEqual([200, undefined])
      EvaluateResponse.parse(reply.json)
    })

    it('a job description that asks nothing is scored by meaning alone, with low confidence and a warning', async () => {
      const reply = await evaluate({ job_description: 'We are a friendly company by the sea.', resumes: good.resumes })
      expect(reply.json.warnings).not.toEqual([])
      expect(reply.json.candidates[0].confidence).toBe('low')
    })
  })

  it('/health answers at once while evaluations run, and a caller too many is told to come back', async () => {
    const resumes = Array.from({ length: 40 }, (_, i) => ({
      text: Array.from({ length: 60 }, (__, line) => `- Case ${i * 60 + line}: rebuilt the service in Python`).join(
        '\n',
      ),
    }))
    const busy = Array.from({ length: 30 }, () => evaluate({ ...good, resumes }))
    const waits: number[] = []
    for (let i = 0; i < 20; i++) {
      const started = performance.now()
      expect((await server.ask('GET', '/health')).status).toBe(200)
      waits.push(performance.now() - started)
    }
    const replies = await Promise.all(busy)
    const refused = replies.filter((reply) => reply.status === 503)
    expect(replies.filter((reply) => reply.status === 200).length + refused.length).toBe(30)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]!.json.error.code).toBe('overloaded')
    expect(Number(refused[0]!.headers['retry-after'])).toBeGreaterThan(0)
    // Far below what one of the evaluations takes; the machine of a test run may be busy.
    expect(waits.sort((a, b) => a - b)[10]).toBeLessThan(500)
  })

  it('no bytes that anybody sends take the server down or get a stack back', async () => {
    const pieces = fc.constantFrom(
      ...[
        'GET',
        'POST',
        ' ',
        '/v1/evaluate',
        '/v1/jobs/',
        '%00',
        '%ff',
        '..',
        ' HTTP/1.1',
        ' HTTP/9.9',
        '\r\n',
        '\r\n\r\n',
      ],
      ...['host: x', 'content-length: 5', 'content-length: -1', 'transfer-encoding: chunked', 'expect: 100-continue'],
      ...[
        `authorization: Bearer ${key}`,
        'content-type: application/json',
        'upgrade: websocket',
        'connection: upgrade',
      ],
      ...['{"resumes":[[[[', '\0', '\ud800', 'ffff\r\n', '0\r\n\r\n', 'idempotency-key: \u0001', 'x'.repeat(20_000)],
    )
    const bytes = fc.oneof(
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (text) => {
        const answer = await sendRaw(server, text)
        expect(answer).not.toMatch(/node_modules|at \w+ \(|\.ts:\d+/)
      }),
      { numRuns: 60 },
    )
    expect((await server.ask('GET', '/health')).status).toBe(200)
  })

  it('a body of any JSON is answered with the one error shape or a ranking', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        const reply = await evaluate(fc.stringify(value) === undefined ? {} : JSON.stringify(value))
        expect([400, 422]).toContain(reply.status)
        ErrorBody.parse(reply.json)
      }),
      { numRuns: 40 },
    )
    const deep = await evaluate(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
    expect(deep.status).toBe(400)
    expect((await server.ask('GET', '/health')).status).toBe(200)
  })

  it('a caller who hangs up in the middle of a body or of an evaluation harms nobody', async () => {
    const head = `POST /v1/evaluate HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\n`
    const body = JSON.stringify(good)
    for (const text of [
      `${head}content-length: 100\r\n\r\n{`,
      `${head}content-length: ${body.length}\r\n\r\n${body}`,
    ]) {
      const socket = connectTls({ port: server.port, host: '127.0.0.1', rejectUnauthorized: false })
      await new Promise<void>((done) => socket.write(text, () => done()))
      socket.destroy()
    }
    expect((await evaluate(good)).status).toBe(200)
  })

  it('a 413 reaches a caller who is still sending', async () => {
    const reply = await evaluate({ ...good, job_description: 'x'.repeat(12 * 1024 * 1024) })
    expect([reply.status, reply.json.error.code]).toEqual([413, 'payload_too_large'])
  })

  it('neither key nor e-mail address nor text of a resume stands in the log or in an answer that refuses', async () => {
    const text = 'canary-resume-91c4 lives at canary-91c4@example.com'
    const refused = [
      await evaluate({ job_description: text, resumes: [{ text: 7, [text]: 1 }] }),
      await evaluate(`{"job_description": "${text}", `),
      await evaluate({ ...good, resumes: [{ text: `%PDF-1.7 ${text}` }] }),
      await server.ask('GET', `/v1/jobs/${encodeURIComponent(text)}?x=${encodeURIComponent(text)}`, {
        headers: authorized(),
      }),
      await evaluate({ ...good, resumes: [{ text, id: text }] }, { 'idempotency-key': 'canary' }),
    ]
    expect(refused.map((reply) => reply.status)).toEqual([400, 400, 422, 400, 200])
    const log = server.child
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join('\n')
    expect(log).toContain('"route":"/v1/evaluate"')
    expect(log).not.toMatch(/canary-resume-91c4|canary-91c4@example\.com/)
    expect(log.includes(key)).toBe(false)
    for (const reply of refused.slice(1, 4)) expect(reply.text).not.toContain('canary-91c4@example.com')
  })

  it('a second start finds everything as it was and prints no key', async () => {
    const { job_id } = (await evaluate(good)).json
    await server.child.kill('SIGTERM')
    expect(await server.child.exit).toBe(0)
    server = await startServer(data_dir, env)
    expect(server.child.output()).not.toMatch(/ih_live_|setup\?token|curl/)
    const job = await server.ask('GET', `/v1/jobs/${job_id}`, { headers: authorized() })
    expect([job.status, job.json.job_id]).toEqual([200, job_id])
  })
})

describe('a start that cannot be', () => {
  const fails = async (env: Record<string, string>, args: string[] = []) => {
    const child = startChild(join(home, 'server/preflight.mjs'), args, {
      DATA_DIR: temporaryDirectory(),
      PORT: '0',
      ...env,
    })
    expect(await child.exit).toBe(1)
    return child.output()
  }

  it('says which settings are at fault', async () => {
    expect(await fails({ PORT: 'http', DATABASE_URL: 'mysql://root:hunter2@db' })).toMatch(
      /PORT must be[\s\S]*DATABASE_URL must/,
    )
  })

  it('says that the model is missing', async () => {
    expect(await fails({ EMBEDDING_MODEL_DIR: temporaryDirectory() })).toMatch(/model/)
  })

  it('refuses to divide the embedded database among processes', async () => {
    expect(await fails({}, ['--role=worker'])).toContain('set DATABASE_URL')
    expect(await fails({}, ['--rolle=worker'])).toContain('--role=all|api|worker')
  })

  it('says that another server has the port, and still shows the key that it made', async () => {
    const first = await startServer(temporaryDirectory(), { HOST: '127.0.0.1' })
    const output = await fails({ PORT: String(first.port), HOST: '127.0.0.1' })
    expect(output).toContain(`Port ${first.port} is taken`)
    expect(output).toMatch(/ih_live_/)
    await first.child.kill('SIGTERM')
  })
})

it('the first key can be brought by the operator, with its plan', async () => {
  const key = generateKey('live')
  const env = { INNOHIRE_BOOTSTRAP_API_KEY: key, INNOHIRE_BOOTSTRAP_PLAN: 'starter' }
  const server = await startServer(temporaryDirectory(), env)
  expect(server.child.output()).not.toContain(key)
  const reply = await server.ask('GET', '/v1/api-keys', { headers: { authorization: `Bearer ${key}` } })
  expect([reply.status, reply.headers['x-ratelimit-limit']]).toEqual([200, '30'])
  await server.child.kill('SIGTERM')
})

it.skipIf(process.platform === 'win32')('a server whose npm was ended with SIGTERM ends too', async () => {
  const script = '"$0" "$1" & echo "server $!"; wait'
  const shell = startChild(
    '-c',
    [script, process.execPath, join(home, 'server/preflight.mjs')],
    { DATA_DIR: temporaryDirectory(), PORT: '0', npm_lifecycle_event: 'start' },
    'sh',
  )
  const [, pid] = await shell.until(/server (\d+)/)
  onTestFinished(() => {
    if (isAlive(Number(pid))) process.kill(Number(pid), 'SIGKILL')
  })
  await shell.until(/ready at/)
  await shell.kill('SIGTERM')
  expect(shell.output()).toContain('"msg":"stopped"')
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Sends text over TLS and gives what came back within a moment. */
function sendRaw(server: TestServer, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connectTls({ port: server.port, host: '127.0.0.1', rejectUnauthorized: false }, () =>
      socket.end(text),
    )
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}
