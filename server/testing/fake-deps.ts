import { scopes } from '@innohire/contract'
import type { Actor } from '../api-keys/actor.ts'
import { readConfig } from '../config.ts'
import type { Deps } from '../context.ts'
import { ApiError } from '../errors.ts'
import { memoryRateLimiter } from '../http/rate-limit/memory.ts'
import { createLogger } from '../log.ts'
import { createMetrics } from '../metrics/metrics.ts'
import { createOutcomeCache } from '../screenings/outcome-cache.ts'

/** Dependencies without database and model: the key `Bearer good` is an Enterprise workspace's, no other exists. */
export function fakeDeps(overrides: Partial<Deps> = {}, env: Record<string, string> = {}): Deps {
  const config = readConfig({ LOG_LEVEL: 'silent', ...env })
  return {
    config,
    clock: () => new Date('2026-02-20T10:42:00Z'),
    log: createLogger(config.LOG_LEVEL),
    database: absent('database'),
    keyring: absent('keyring'),
    engine: absent('engine'),
    queue: absent('queue'),
    egress: absent('egress'),
    language_model: undefined,
    reader: absent('reader'),
    authenticate: async (authorization) => {
      if (authorization === undefined) throw new ApiError('missing_api_key')
      if (authorization !== 'Bearer good') throw new ApiError('invalid_api_key')
      return actor
    },
    flagExposedKey: async () => {},
    rateLimiter: memoryRateLimiter(() => 0),
    failureLimiter: memoryRateLimiter(() => 0),
    metrics: createMetrics(),
    outcomes: createOutcomeCache({ nowMs: () => 0 }),
    lifecycle: { is_closing: false, refuses_work: false },
    ...overrides,
  }
}

/** Stands where the test says that nothing is asked of it: any use fails loudly. */
const absent = <T extends object>(name: string): T =>
  new Proxy({} as T, {
    get() {
      throw new Error(`${name} was used`)
    },
  })

const actor: Actor = {
  workspace: { id: 'ws_00000000000000000000000001', plan: 'enterprise', writer: 'builtin' },
  api_key: {
    id: 'key_00000000000000000000000001',
    name: 'test',
    scopes: [...scopes],
    rate_limit_per_min: null,
    hint: 'ih_live_0123...OJfq',
  },
}
