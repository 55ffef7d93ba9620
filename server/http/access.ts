import { type Operation, plans } from '@innohire/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../api-keys/actor.ts'
import type { Deps } from '../context.ts'
import { ApiError } from '../errors.ts'
import { callerOf } from './client-address.ts'
import { rateLimitHeaders, retryAfterSeconds } from './rate-limit/headers.ts'
import type { Policy } from './rate-limit/types.ts'

/** Failed authentications of one caller in any 60 seconds; more are answered with 429. */
const failuresPerMinute = 20

/** Lets a request in: key, then rate limit, then scope. Throws ApiError 401, 403 or 429. */
export async function admit(
  deps: Deps,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Actor> {
  const actor = await authenticateOrSlowDown(deps, request)
  await countRequest(deps, actor, reply)
  if (!actor.api_key.scopes.includes(operation.scope))
    throw new ApiError('insufficient_scope', {
      message: `This call needs the scope \`${operation.scope}\`, which this API key does not have.`,
    })
  return actor
}

async function authenticateOrSlowDown(deps: Deps, request: FastifyRequest): Promise<Actor> {
  try {
    return await deps.authenticate(request.headers.authorization, request.ip)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    const bucket = `failures ${callerOf(request.ip)}`
    const verdict = await deps.failureLimiter.take([{ name: 'failures', bucket, limit: failuresPerMinute }])
    if (verdict.is_allowed) throw error
    throw new ApiError('rate_limit_exceeded', {
      message: 'Too many requests without a valid API key from this address. Wait, then send a valid key.',
      retry_after_seconds: retryAfterSeconds(verdict.policies),
    })
  }
}

async function countRequest(deps: Deps, actor: Actor, reply: FastifyReply) {
  const policies = policiesOf(actor)
  if (policies.length === 0) return
  const verdict = await deps.rateLimiter.take(policies)
  reply.headers(rateLimitHeaders(verdict, deps.clock().getTime()))
  if (verdict.is_allowed) return
  const exhausted = verdict.policies.filter((policy) => policy.remaining === 0)
  const limits = exhausted.map(({ name, limit }) => `${limit} requests a minute of this ${name}`)
  throw new ApiError('rate_limit_exceeded', {
    message: `Over the limit of ${limits.join(' and ')}. Wait for the seconds in Retry-After.`,
    retry_after_seconds: retryAfterSeconds(verdict.policies),
  })
}

/** The plan's limit for the workspace, and the key's own where it is lower. */
function policiesOf({ workspace, api_key }: Actor): Policy[] {
  const ofPlan = plans[workspace.plan].requests_per_minute
  const ofKey = api_key.rate_limit_per_min
  return [
    ...(ofPlan === null ? [] : [{ name: 'plan' as const, bucket: workspace.id, limit: ofPlan }]),
    ...(ofKey === null || (ofPlan !== null && ofKey >= ofPlan)
      ? []
      : [{ name: 'key' as const, bucket: api_key.id, limit: ofKey }]),
  ]
}
