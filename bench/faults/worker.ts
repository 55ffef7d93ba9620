// A worker whose engine only takes time: what is measured is that nothing is lost, not how well resumes are read.
// `--unfenced` switches the fence off, to show what it is for. Prints `worker is up` once it serves.
import { setTimeout as wait } from 'node:timers/promises'
import { readConfig } from '@innohire/server/config.ts'
import { openKeyring } from '@innohire/server/crypto/keyring.ts'
import { masterKeySource } from '@innohire/server/crypto/master-keys.ts'
import { openDatabase } from '@innohire/server/db/open.ts'
import { createGuardedClient } from '@innohire/server/egress/index.ts'
import type { EngineRunner } from '@innohire/server/engine/open-engine.ts'
import { createLogger } from '@innohire/server/log.ts'
import { createMetrics } from '@innohire/server/metrics/metrics.ts'
import { createOutcomeCache } from '@innohire/server/screenings/outcome-cache.ts'
import { openTaskQueue } from '@innohire/server/tasks/queue.ts'
import { fakeEngine } from '@innohire/server/testing/fake-engine.ts'
import { startWorker, tasks } from '@innohire/server/worker.ts'

/** Milliseconds that an evaluation takes: between these. */
const [shortestMs, longestMs] = [800, 2_000]

const config = readConfig(process.env)
const log = createLogger(config.LOG_LEVEL)
const database = await openDatabase({ data_dir: config.DATA_DIR, database_url: config.DATABASE_URL })
const keyring = await openKeyring(database, masterKeySource(config))
const egress = createGuardedClient({ allow: config.EGRESS_ALLOW, ca_file: config.EGRESS_CA_FILE })
const queue = await openTaskQueue(database, tasks, log)
const evaluate: EngineRunner['evaluate'] = async (input, signal) => {
  await wait(shortestMs + Math.random() * (longestMs - shortestMs), undefined, { signal })
  return fakeEngine().evaluate(input, signal)
}
const engine: EngineRunner = { ...fakeEngine(), evaluate, evaluateInBackground: evaluate }
const reader = {
  read: async (source: Uint8Array | { path: string }) => ({
    text: Buffer.from(source as Uint8Array).toString(),
    kind: 'text' as const,
    used_ocr: false,
    warnings: [],
    integrity_flags: [],
  }),
}
await startWorker(
  {
    config,
    database,
    keyring,
    queue,
    egress,
    log,
    engine,
    reader,
    metrics: createMetrics(),
    outcomes: createOutcomeCache({ nowMs: () => performance.now() }),
    clock: () => new Date(),
  },
  queue,
  process.argv.includes('--unfenced') ? { is_unfenced: true } : {},
)
process.stdout.write('worker is up\n')
