import type { Logger } from 'pino'
import { openAuthenticator } from './api-keys/authenticate.ts'
import type { Config } from './config.ts'
import type { Deps } from './context.ts'
import { openKeyring } from './crypto/keyring.ts'
import { masterKeySource } from './crypto/master-keys.ts'
import { openDatabase } from './db/open.ts'
import { openEngine } from './engine/open-engine.ts'
import { memoryRateLimiter } from './http/rate-limit/memory.ts'
import { sharedRateLimiter } from './http/rate-limit/postgres.ts'

/** Opens all that the API stands on, the slow parts side by side; `close` ends it in the opposite order. */
export async function openDeps(config: Config, log: Logger): Promise<{ deps: Deps; close(): Promise<void> }> {
  const database = await openDatabase({ data_dir: config.DATA_DIR, database_url: config.DATABASE_URL })
  try {
    const keyring = await openKeyring(database, masterKeySource(config))
    const clock = () => new Date()
    const engine = await openEngine(config)
    const authenticator = await openAuthenticator({ database, keyring, clock })
    const inProcess = () => memoryRateLimiter(() => performance.now())
    const deps: Deps = {
      config,
      clock,
      log,
      database,
      keyring,
      engine,
      authenticate: authenticator.authenticate,
      flagExposedKey: authenticator.flagExposedKey,
      rateLimiter: database.kind === 'postgres' ? sharedRateLimiter(database) : inProcess(),
      failureLimiter: inProcess(),
      lifecycle: { is_closing: false, refuses_work: false },
    }
    const close = async () => {
      await authenticator.close()
      await engine.close()
      await database.close()
    }
    return { deps, close }
  } catch (error) {
    await database.close()
    throw error
  }
}
