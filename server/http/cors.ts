import type { FastifyReply, FastifyRequest } from 'fastify'

const exposed =
  'X-Request-Id, RateLimit, RateLimit-Policy, Retry-After, Idempotent-Replayed, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset'

/** CORS headers for the allow-listed origins; nothing at all for others. Never with credentials. */
export function addCorsHeaders(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]) {
  if (origins.length === 0) return
  reply.header('vary', 'Origin')
  const { origin } = request.headers
  if (origin === undefined || !origins.includes(origin)) return
  reply.header('access-control-allow-origin', origin)
  reply.header('access-control-expose-headers', exposed)
  if (request.method !== 'OPTIONS') return
  reply.header('access-control-allow-methods', 'GET, HEAD, POST, DELETE')
  reply.header('access-control-allow-headers', 'Authorization, Content-Type, Idempotency-Key, X-Request-Id')
  reply.header('access-control-max-age', '600')
}
