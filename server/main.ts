import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { serveAdmin } from './admin/serve.ts'
import { createApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { startHousekeeping } from './housekeeping.ts'
import { openCertificate } from './http/certificate.ts'
import { httpsServerFactory } from './http/https-server.ts'
import { listen } from './http/listen.ts'
import { createLogger } from './log.ts'
import { serveMetrics } from './metrics/serve.ts'
import { openDeps } from './open-deps.ts'
import { shutDownOnSignal } from './shutdown.ts'
import { explainStartFailure } from './start-failure.ts'
import { startText } from './start-text.ts'
import { startWorker } from './worker.ts'
import { bootstrap } from './workspaces/bootstrap.ts'

const home = resolve(import.meta.dirname, '..')

/** `api` answers HTTP, `worker` does background work, `all` both. */
const roles = ['all', 'api', 'worker']

async function start(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { values } = readArguments(args)
  if (!roles.includes(values.role)) throw new ConfigError(`--role is one of ${roles.join(', ')}.`)
  const config = readConfig(env)
  if (values.role !== 'all' && !config.DATABASE_URL)
    throw new ConfigError(
      '--role divides the work among processes, which the embedded database cannot: set DATABASE_URL.',
    )
  const log = createLogger(config.LOG_LEVEL)
  const { deps, queue, close } = await openDeps(config, log)
  const metrics = await serveMetrics(deps)
  if (metrics) log.info({ port: metrics.port }, 'metrics are served')
  const worker = values.role === 'api' ? undefined : await startWorker(deps, queue)
  if (values.role === 'worker') {
    shutDownOnSignal(deps, {
      drain: async () => {},
      async close() {
        await worker?.stop()
        await metrics?.close()
        await close()
      },
    })
    log.info('worker is up')
    return
  }
  const certificate = await openCertificate(config, deps.clock())
  const app = createApp(deps, httpsServerFactory(certificate))

  const admin = await serveAdmin({ ...deps, data_dir: config.DATA_DIR })
  const housekeeping = startHousekeeping(deps)
  shutDownOnSignal(deps, {
    drain: () => app.close(),
    async close() {
      housekeeping.stop()
      await admin.close()
      await worker?.stop()
      await metrics?.close()
      await close()
    },
  })
  const first = await bootstrap(deps, {
    data_dir: config.DATA_DIR,
    plan: config.INNOHIRE_BOOTSTRAP_PLAN,
    api_key: config.INNOHIRE_BOOTSTRAP_API_KEY,
  })
  try {
    const port = await listen(app, config.PORT, config.HOST)
    const address = `https://localhost:${port}`
    process.stdout.write(startText({ address, certificate, first, home }))
  } catch (error) {
    // The key was made and is shown once: now or never.
    if (first?.api_key) process.stdout.write(`Your API key. It is shown this once:\n  ${first.api_key}\n`)
    throw error
  }
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: { role: { type: 'string', default: 'all' } } })
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}. The one option is --role=all|api|worker.`)
  }
}

try {
  await start(process.argv.slice(2), process.env)
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`)
  process.exit(1)
}
