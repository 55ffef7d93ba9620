import { buildOpenApi, type Operation, serverVersion } from '@innohire/contract'
import type { FastifyInstance } from 'fastify'
import { apiReferenceRoutes } from './api-reference.ts'
import { errorsPageRoute } from './errors-page.ts'
import { setupPageRoute } from './setup-page.ts'

/** What can be read without a key: the OpenAPI document of the mounted operations, and pages for people. */
export function docsRoutes(app: FastifyInstance, mounted: readonly Operation[]) {
  let document: string | undefined
  app.get('/v1/openapi.json', async (_, reply) => {
    document ??= JSON.stringify(buildOpenApi(mounted, serverVersion))
    return reply.type('application/json; charset=utf-8').send(document)
  })
  apiReferenceRoutes(app)
  errorsPageRoute(app)
  setupPageRoute(app)
}
