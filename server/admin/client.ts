import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { openKeyring } from '../crypto/keyring.ts'
import { type MasterKeySettings, masterKeySource } from '../crypto/master-keys.ts'
import { DirectoryLockedError } from '../db/lock.ts'
import { openDatabase } from '../db/open.ts'
import { AdminError } from './admin-error.ts'
import {
  type AdminCommandName,
  type AdminDeps,
  type AdminInput,
  type AdminResult,
  runAdminCommand,
} from './commands.ts'
import { socketPath } from './socket-path.ts'

export interface AdminClient {
  /** `server`: the running server does the work; `database`: this process holds the database meanwhile. */
  mode: 'server' | 'database'
  call<Name extends AdminCommandName>(name: Name, input: AdminInput<Name>): Promise<AdminResult<Name>>
  close(): Promise<void>
}

/** A server that starts, or another command, holds the embedded database for a moment: how often and long to wait, ms. */
const tries = 20
const waitMs = 250

export interface AdminSettings extends MasterKeySettings {
  DATABASE_URL?: string | undefined
}

/**
 * Reaches the installation: PostgreSQL directly, else the server that holds the embedded database, else that database.
 * @throws AdminError, DirectoryLockedError, EncryptionKeyError, ApiError database_unavailable: all with a way out
 */
export async function openAdmin(settings: AdminSettings): Promise<AdminClient> {
  if (settings.DATABASE_URL) return openDirectly(settings)
  for (let i = 1; ; i++) {
    if (await isServed(settings.DATA_DIR)) return overSocket(settings.DATA_DIR)
    if (!existsSync(join(settings.DATA_DIR, 'db')))
      throw new AdminError(
        `There is no database in ${settings.DATA_DIR} yet: start the server once (npm start), or set DATA_DIR to the folder of its data.`,
      )
    try {
      return await openDirectly(settings)
    } catch (error) {
      if (!(error instanceof DirectoryLockedError) || i === tries) throw error
      await wait(waitMs)
    }
  }
}

async function openDirectly(settings: AdminSettings): Promise<AdminClient> {
  const database = await openDatabase({
    data_dir: settings.DATA_DIR,
    database_url: settings.DATABASE_URL,
    pool_size: 2,
  })
  try {
    const keyring = await openKeyring(database, masterKeySource(settings))
    const deps: AdminDeps = { database, keyring, clock: () => new Date(), data_dir: settings.DATA_DIR }
    return {
      mode: 'database',
      call: (name, input) => runAdminCommand(deps, name, input) as Promise<never>,
      close: () => database.close(),
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

function overSocket(data_dir: string): AdminClient {
  return {
    mode: 'server',
    async call(name, input) {
      const answer = await post(data_dir, name, input)
      const body = JSON.parse(answer.text)
      if (answer.status !== 200) throw new AdminError(body.message)
      return body
    },
    close: async () => {},
  }
}

/** True where a server answers on the socket of this directory. */
async function isServed(data_dir: string): Promise<boolean> {
  if (!existsSync(data_dir)) return false
  return post(data_dir, 'status', {}).then(
    () => true,
    // No socket, or one that a killed server left behind.
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES')
        throw new AdminError(
          `The server's socket in ${data_dir} belongs to another user. Run this command as that user.`,
        )
      return false
    },
  )
}

function post(data_dir: string, name: string, input: unknown): Promise<{ status: number; text: string }> {
  const address = socketPath(data_dir)
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const outgoing = request(
      { socketPath: address.path, path: `/${name}`, method: 'POST', agent: false },
      (response) =>
        void text(response).then((body) => resolve({ status: response.statusCode ?? 0, text: body }), reject),
    )
    outgoing.once('error', reject)
    outgoing.end(JSON.stringify(input))
  }).finally(address.release)
}
