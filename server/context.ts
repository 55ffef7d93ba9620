import type { Reader } from '@innohire/reader'
import type { FastifyBaseLogger } from 'fastify'
import type { Actor } from './api-keys/actor.ts'
import type { Config } from './config.ts'
import type { Keyring } from './crypto/keyring.ts'
import type { Database } from './db/open.ts'
import type { GuardedClient } from './egress/index.ts'
import type { EngineRunner } from './engine/open-engine.ts'
import type { RateLimiter } from './http/rate-limit/types.ts'
import type { IdempotentClaim } from './idempotency/once.ts'
import type { LanguageModel } from './language-model/open-language-model.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { OutcomeCache } from './screenings/outcome-cache.ts'
import type { TaskQueue } from './tasks/queue.ts'

/** What the server is made of; built once in main.ts, or by a test. */
export interface Deps {
  config: Config
  clock: () => Date
  log: FastifyBaseLogger
  database: Database
  keyring: Keyring
  engine: EngineRunner
  /** Optional, for wording on request. */
  language_model: LanguageModel | undefined
  /** Background work, enqueued in the transaction that needs it. */
  queue: Pick<TaskQueue, 'enqueue'>
  /** The one way out to addresses that users give us. */
  egress: GuardedClient
  /** Documents to text, in child processes. */
  reader: Pick<Reader, 'read'>
  /** The actor of an Authorization header. Throws ApiError 401, or 403 for a forbidden address. */
  authenticate(authorization: string | undefined, remoteIp: string): Promise<Actor>
  /** Notes that the key of this header crossed the network in clear, where it is one of ours. */
  flagExposedKey(authorization: string): Promise<void>
  rateLimiter: RateLimiter
  /** Counts failed authentications by address. */
  failureLimiter: RateLimiter
  /** Results of running screenings that were opened for a poll before. */
  outcomes: OutcomeCache
  /** What this process has done, for Prometheus. */
  metrics: Metrics
  /** Set on shutdown: answered by /health at once, by everything once `refuses_work` is set too. */
  lifecycle: { is_closing: boolean; refuses_work: boolean }
}

/** What a verb needs to know of the request it serves. */
export interface Context extends Deps {
  actor: Actor
  request_id: string
  remote_ip: string
  /** Aborted when the caller hangs up. */
  signal: AbortSignal
  /** Set where the caller sent an Idempotency-Key: complete it in the transaction of the effect. */
  claim?: IdempotentClaim
}
