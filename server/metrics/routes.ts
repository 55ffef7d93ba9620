import type { FastifyInstance } from 'fastify'
import type { Deps } from '../context.ts'
import { ApiError } from '../errors.ts'
import { mayReadMetrics } from './access.ts'

export const contentType = 'text/plain; version=0.0.4; charset=utf-8'

/** GET /metrics, for Prometheus. Who may not read it gets the answer of a path that does not exist. */
export function metricsRoute(app: FastifyInstance, { config, metrics }: Pick<Deps, 'config' | 'metrics'>) {
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(config.METRICS_TOKEN, request.raw)) throw new ApiError('route_not_found')
    return reply.type(contentType).send(await metrics.render())
  })
}
