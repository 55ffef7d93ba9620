import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../errors.ts'

/** Knows which methods each mounted path takes, for 405, Allow and OPTIONS. */
export class KnownRoutes {
  readonly #routes: { pattern: RegExp; methods: Set<string> }[] = []

  /** Call before the first route is added. */
  watch(app: FastifyInstance) {
    app.addHook('onRoute', ({ url, method }) => {
      const pattern = new RegExp(`^${url.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`)
      const known = this.#routes.find((route) => route.pattern.source === pattern.source)
      const methods = known?.methods ?? new Set()
      for (const name of [method].flat()) methods.add(name)
      if (!known) this.#routes.push({ pattern, methods })
    })
  }

  /** Methods of the path, sorted; undefined where there is no such path. */
  methodsOf(path: string): string[] | undefined {
    const route = this.#routes.find(({ pattern }) => pattern.test(path))
    return route && [...route.methods, 'OPTIONS'].sort()
  }

  /** The answer where no route matches: OPTIONS of a known path, 405 or 404. */
  answerOther = (request: FastifyRequest, reply: FastifyReply) => {
    const methods = this.methodsOf(request.url.split('?', 1)[0]!)
    if (!methods) throw new ApiError('route_not_found')
    const allow = methods.join(', ')
    if (request.method === 'OPTIONS') return reply.code(204).header('allow', allow).send()
    throw new ApiError('method_not_allowed', {
      message: `This route takes ${allow}, not ${request.method}.`,
      headers: { allow },
    })
  }
}
