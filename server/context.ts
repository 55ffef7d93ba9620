import type { PlanName, Scope } from '@innohire/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { Config } from './config.ts'
import type { RateLimiter } from './http/rate-limit/types.ts'

/** Who asks: the key that was shown and the workspace it belongs to. */
export interface Actor {
  workspace: { id: string; plan: PlanName }
  api_key: { id: string; scopes: readonly Scope[]; rate_limit_per_min: number | null; hint: string }
}

/** What the server is made of; built once in main.ts, or by a test. */
export interface Deps {
  config: Config
  clock: () => Date
  log: FastifyBaseLogger
  /** The actor of an Authorization header. Throws ApiError 401, or 403 for a forbidden address. */
  authenticate(authorization: string | undefined, remoteIp: string): Promise<Actor>
  /** Notes that the key of this header crossed the network in clear, where it is one of ours. */
  flagExposedKey(authorization: string): Promise<void>
  rateLimiter: RateLimiter
  /** Counts failed authentications by address. */
  failureLimiter: RateLimiter
  /** Set on shutdown: answered by /health at once, by everything once `refuses_work` is set too. */
  lifecycle: { is_closing: boolean; refuses_work: boolean }
}

/** What a verb needs to know of the request it serves. */
export interface Context extends Deps {
  actor: Actor
  request_id: string
  /** Aborted when the caller hangs up. */
  signal: AbortSignal
}
