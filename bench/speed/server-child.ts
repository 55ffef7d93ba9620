import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { nodeFlags } from '@innohire/server/node-flags.ts'

export interface BenchServer {
  /** Milliseconds from the start of the process to its first answer. */
  started_ms: number
  /** POST /v1/evaluate; the time of the whole exchange in ms. */
  evaluate(body: unknown): Promise<number>
  /** Highest resident memory so far, in MB (VmHWM of /proc); undefined where there is no /proc. */
  peakMegabytes(): number | undefined
  close(): Promise<void>
}

/** The real server as its own process, over HTTPS with its own certificate, on an empty data directory. */
export async function startBenchServer(): Promise<BenchServer> {
  const data_dir = mkdtempSync(join(tmpdir(), 'innohire-bench-'))
  const started = performance.now()
  const child = spawn(process.execPath, [...nodeFlags, resolve(import.meta.dirname, '../../server/preflight.mjs')], {
    env: {
      ...process.env,
      DATA_DIR: data_dir,
      PORT: '0',
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      INNOHIRE_BOOTSTRAP_API_KEY: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  for await (const chunk of child.stdout) {
    printed += chunk
    if (/API reference: .*\n/.test(printed)) break
  }
  const started_ms = performance.now() - started
  const port = Number(/localhost:(\d+)/.exec(printed)?.[1])
  const key = /ih_live_\w{38}/.exec(printed)?.[0]
  if (!port || !key) throw new Error('the server did not start')
  const agent = new Agent({ keepAlive: true, ca: readFileSync(join(data_dir, 'tls/cert.pem')) })
  return {
    started_ms,
    evaluate: (body) => post({ agent, port, key }, JSON.stringify(body)),
    peakMegabytes() {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
        return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024)
      } catch {
        return undefined
      }
    },
    async close() {
      agent.destroy()
      child.kill('SIGINT')
      await once(child, 'exit')
      rmSync(data_dir, { recursive: true, force: true })
    },
  }
}

function post({ agent, port, key }: { agent: Agent; port: number; key: string }, body: string): Promise<number> {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  }
  const started = performance.now()
  return new Promise((done, fail) => {
    const sent = request(
      { agent, host: 'localhost', port, method: 'POST', path: '/v1/evaluate', headers },
      (response) => {
        response.resume()
        response.on('end', () =>
          response.statusCode === 200
            ? done(performance.now() - started)
            : fail(new Error(`POST /v1/evaluate answered ${response.statusCode}`)),
        )
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })
}
