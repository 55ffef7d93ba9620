// A worker on PostgreSQL whose process dies by SIGKILL while it reads a file that holds the word `poison`; other files
// take a moment. Prints `worker is up` once it serves.
import { setTimeout as wait } from 'node:timers/promises'
import { readConfig } from '../config.ts'
import { openKeyring } from '../crypto/keyring.ts'
import { masterKeySource } from '../crypto/master-keys.ts'
import { openDatabase } from '../db/open.ts'
import { createGuardedClient } from '../egress/index.ts'
import { createLogger } from '../log.ts'
import { createMetrics } from '../metrics/metrics.ts'
import { createOutcomeCache } from '../screenings/outcome-cache.ts'
import { openTaskQueue } from '../tasks/queue.ts'
import { startWorker, tasks } from '../worker.ts'
import { fakeEngine } from './fake-engine.ts'

const config = readConfig(process.env)
const log = createLogger(config.LOG_LEVEL)
const database = await openDatabase({ data_dir: config.DATA_DIR, database_url: config.DATABASE_URL })
const keyring = await openKeyring(database, masterKeySource(config))
const queue = await openTaskQueue(database, tasks, log)
const reader = {
  async read(source: Uint8Array | { path: string }) {
    const text = Buffer.from(source as Uint8Array).toString()
    await wait(100)
    if (text.includes('poison')) process.kill(process.pid, 'SIGKILL')
    return { text, kind: 'text' as const, used_ocr: false, warnings: [], integrity_flags: [] }
  },
}
await startWorker(
  {
    config,
    database,
    keyring,
    queue,
    log,
    reader,
    egress: createGuardedClient({ allow: config.EGRESS_ALLOW, ca_file: config.EGRESS_CA_FILE }),
    engine: fakeEngine(),
    metrics: createMetrics(),
    outcomes: createOutcomeCache({ nowMs: () => performance.now() }),
    clock: () => new Date(),
  },
  queue,
)
process.stdout.write('worker is up\n')
