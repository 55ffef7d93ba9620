import type { Operation } from '@innohire/contract'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
  LogController,
} from 'fastify'
import { apiKeyRoutes } from './api-keys/routes.ts'
import type { Deps } from './context.ts'
import { docsRoutes } from './docs/routes.ts'
import { ApiError } from './errors.ts'
import { evaluationRoutes } from './evaluations/routes.ts'
import { trustedProxies } from './http/client-address.ts'
import { answerClientError } from './http/client-errors.ts'
import { commonHeaders } from './http/common-headers.ts'
import { addCorsHeaders } from './http/cors.ts'
import { errorBody, errorHeaders } from './http/error-body.ts'
import { acceptJsonOnly } from './http/json-body.ts'
import { KnownRoutes } from './http/known-routes.ts'
import { actorOf, mounter } from './http/mount.ts'
import { clientRequestId, newRequestId } from './http/request-id.ts'
import { requireHttps } from './http/require-https.ts'
import { toApiError } from './http/to-api-error.ts'
import { acceptUploads } from './http/upload.ts'
import { jobRoutes } from './jobs/routes.ts'
import { metricsRoute } from './metrics/routes.ts'
import { screeningRoutes } from './screenings/routes.ts'
import { transcriptRoutes } from './transcripts/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'

/** The web application: every route, no listening. `serverFactory` decides what it listens with. */
export function createApp(deps: Deps, serverFactory?: FastifyServerFactory): FastifyInstance {
  const isTrusted = trustedProxies(deps.config.TRUSTED_PROXIES)
  const app = Fastify({
    ...(serverFactory ? { serverFactory } : {}),
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: newRequestId,
    requestIdHeader: false,
    trustProxy: (address: string) => isTrusted(address),
    clientErrorHandler: answerClientError as never,
    frameworkErrors: ((error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerError(error, request, reply)) as never,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 1024 },
  })
  acceptJsonOnly(app)
  acceptUploads(app)
  const routes = new KnownRoutes()
  routes.watch(app)

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(commonHeaders(request.id))
    addCorsHeaders(request, reply, deps.config.CORS_ORIGINS)
    requireHost(request)
    await requireHttps(deps, request, isTrusted)
    if (deps.lifecycle.is_closing) reply.header('connection', 'close')
    if (deps.lifecycle.refuses_work) throw new ApiError('shutting_down', { retry_after_seconds: 5 })
  })
  app.addHook('onResponse', async (request, reply) => {
    logAccess(request, reply)
    const { method, routeOptions } = request
    const counted = { method, route: routeOptions.url ?? 'unknown', status: reply.statusCode }
    deps.metrics.countRequest(counted, reply.elapsedTime / 1000)
  })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(routes.answerOther)

  app.get('/health', async () => {
    if (deps.lifecycle.is_closing) throw new ApiError('shutting_down', { retry_after_seconds: 5 })
    return { status: 'ok' }
  })
  metricsRoute(app, deps)
  const mounted: Operation[] = []
  const mount = mounter(app, deps, mounted)
  evaluationRoutes(mount)
  transcriptRoutes(mount)
  screeningRoutes(mount)
  jobRoutes(mount)
  webhookRoutes(mount)
  apiKeyRoutes(mount)
  docsRoutes(app, mounted)
  return app
}

/** RFC 9112, 3.2: HTTP/1.1 requests name their host. */
function requireHost(request: FastifyRequest) {
  if (request.raw.httpVersion === '1.1' && request.headers.host === undefined)
    throw new ApiError('malformed_request', { message: 'The request has no Host header.' })
}

function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply) {
  const error = toApiError(thrown)
  logFailure(error, request)
  // The framework would hang up on a caller who is still sending, who then never reads the answer; Node discards the rest.
  if (error.code === 'payload_too_large') reply.removeHeader('connection')
  return reply
    .code(error.status)
    .headers({ ...commonHeaders(request.id), ...errorHeaders(error) })
    .type('application/json; charset=utf-8')
    .send(errorBody(error, { request_id: request.id, host: request.headers.host }))
}

/** Failures that somebody should look into; not the callers that are asked to come back, nor those that hung up. */
function logFailure(error: ApiError, request: FastifyRequest) {
  const isOurs = error.code === 'internal_error' || error.code === 'database_unavailable'
  if (isOurs && !request.raw.socket.destroyed) request.log.error({ err: error.cause ?? error }, error.code)
}

/** One line a request: ids, route pattern, status and time; no query, no body, no key. */
function logAccess(request: FastifyRequest, reply: FastifyReply) {
  const actor = actorOf(request)
  request.log.info(
    {
      client_request_id: clientRequestId(request.headers['x-request-id']),
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      workspace_id: actor?.workspace.id,
      api_key_id: actor?.api_key.id,
    },
    'request',
  )
}
