import { availableParallelism } from 'node:os'
import { serverVersion } from '@innohire/contract'
import { openReader } from '@innohire/reader'
import type { Logger } from 'pino'
import { openAuthenticator } from './api-keys/authenticate.ts'
import type { Config } from './config.ts'
import type { Deps } from './context.ts'
import { openKeyring } from './crypto/keyring.ts'
import { masterKeySource } from './crypto/master-keys.ts'
import { openDatabase } from './db/open.ts'
import { createGuardedClient } from './egress/index.ts'
import { openEngine } from './engine/open-engine.ts'
import { memoryRateLimiter } from './http/rate-limit/memory.ts'
import { sharedRateLimiter } from './http/rate-limit/postgres.ts'
import { openLanguageModel } from './language-model/open-language-model.ts'
import { createMetrics } from './metrics/metrics.ts'
import { watchEngine, watchLanguageModel, watchProcess, watchQueue } from './metrics/watch.ts'
import { createOutcomeCache } from './screenings/outcome-cache.ts'
import { openTaskQueue, type TaskQueue } from './tasks/queue.ts'
import { tasks } from './worker.ts'

/** Opens all that the API stands on, the slow parts side by side; `close` ends it in the opposite order. */
export async function openDeps(
  config: Config,
  log: Logger,
): Promise<{ deps: Deps; queue: TaskQueue; close(): Promise<void> }> {
  const database = await openDatabase({ data_dir: config.DATA_DIR, database_url: config.DATABASE_URL })
  try {
    const keyring = await openKeyring(database, masterKeySource(config))
    const clock = () => new Date()
    const egress = createGuardedClient({ allow: config.EGRESS_ALLOW, ca_file: config.EGRESS_CA_FILE })
    const queue = await openTaskQueue(database, tasks, log)
    const engine = await openEngine(config)
    // As many as there are cores: they run at a lower priority than what answers requests.
    const reader = openReader({ processes: availableParallelism() })
    const authenticator = await openAuthenticator({ database, keyring, clock })
    const language_model = openLanguageModel(config, log)
    const outcomes = createOutcomeCache({ nowMs: () => performance.now() })
    const metrics = createMetrics()
    watchProcess(metrics.registry, serverVersion)
    watchEngine(metrics.registry, engine)
    watchQueue(metrics.registry, queue)
    if (language_model) watchLanguageModel(metrics.registry, language_model)
    const inProcess = () => memoryRateLimiter(() => performance.now())
    const deps: Deps = {
      config,
      clock,
      log,
      database,
      keyring,
      engine,
      language_model,
      metrics,
      outcomes,
      queue,
      egress,
      reader,
      authenticate: authenticator.authenticate,
      flagExposedKey: authenticator.flagExposedKey,
      rateLimiter: database.kind === 'postgres' ? sharedRateLimiter(database) : inProcess(),
      failureLimiter: inProcess(),
      lifecycle: { is_closing: false, refuses_work: false },
    }
    const close = async () => {
      await queue.stop()
      outcomes.close()
      await reader.close()
      await egress.close()
      await authenticator.close()
      await engine.close()
      await database.close()
    }
    return { deps, queue, close }
  } catch (error) {
    await database.close()
    throw error
  }
}
