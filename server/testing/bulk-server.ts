import { type PlanName, scopes } from '@innohire/contract'
import { openReader } from '@innohire/reader'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { createApp } from '../app.ts'
import type { Deps } from '../context.ts'
import type { Database } from '../db/open.ts'
import { createGuardedClient } from '../egress/index.ts'
import { ApiError } from '../errors.ts'
import { openTaskQueue, type TaskQueue } from '../tasks/queue.ts'
import { startWorker, tasks } from '../worker.ts'
import { fakeDeps } from './fake-deps.ts'
import { fakeEngine } from './fake-engine.ts'
import type { HttpsStore } from './https-store.ts'
import { testKeyDeps, testWorkspace } from './key-deps.ts'

/** A parsed body, whatever it holds. */
type Json = ReturnType<typeof JSON.parse>

export interface BulkServer {
  app: FastifyInstance
  deps: Deps
  queue: TaskQueue
  /** Serves background work from now on. */
  work(options?: Parameters<typeof startWorker>[2]): Promise<void>
  /** A workspace with a key that may do everything; answers how to call the API as it. */
  workspace(plan?: PlanName): Promise<Caller>
  stop(): Promise<void>
}

export interface Caller {
  workspace_id: string
  call(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string; json: Json; headers: Record<string, unknown> }>
  /** The finished job. */
  finished(job_id: string): Promise<Json>
}

/** API and worker in this process on a test database, with a fake engine, and a reader unless one is given. */
export async function startBulkServer(
  database: Database,
  store: HttpsStore,
  { env = {}, ...overrides }: Partial<Deps> & { env?: Record<string, string> } = {},
): Promise<BulkServer> {
  const keyDeps = await testKeyDeps(database)
  const actors = new Map<string, Awaited<ReturnType<Deps['authenticate']>>>()
  const base = fakeDeps({}, { SCREENING_CONCURRENCY: '4', ...env })
  const queue = await openTaskQueue(database, tasks, base.log)
  const reader = overrides.reader ? undefined : openReader({ processes: 1 })
  const deps: Deps = {
    ...base,
    ...keyDeps,
    clock: () => new Date(),
    queue,
    engine: fakeEngine(),
    egress: createGuardedClient({ allow: store.host, ca_file: store.ca_file }),
    reader: reader!,
    authenticate: async (authorization) => {
      const actor = actors.get(authorization ?? '')
      if (actor === undefined) throw new ApiError(authorization ? 'invalid_api_key' : 'missing_api_key')
      return actor
    },
    ...overrides,
  }
  const app = createApp(deps)
  let worker: Awaited<ReturnType<typeof startWorker>> | undefined
  let isStopped = false
  const stop = async () => {
    if (isStopped) return
    isStopped = true
    await app.close()
    await worker?.stop()
    await queue.stop(0)
    await reader?.close()
    await deps.egress.close()
  }
  afterAll(stop)
  return {
    app,
    deps,
    queue,
    stop,
    async work(options) {
      worker = await startWorker(deps, queue, options)
    },
    async workspace(plan = 'enterprise') {
      const { id } = await testWorkspace(keyDeps, plan)
      const authorization = `Bearer ${id}`
      const api_key = {
        id: `key_${id.slice(3)}`,
        name: 'test',
        scopes: [...scopes],
        rate_limit_per_min: null,
        hint: '',
      }
      actors.set(authorization, { workspace: { id, plan, writer: 'builtin' }, api_key })
      const call: Caller['call'] = async (method, url, body, headers = {}) => {
        const reply = await app.inject({
          method,
          url,
          headers: { authorization, ...headers },
          ...(body ? { payload: body } : {}),
        })
        const isJson = String(reply.headers['content-type']).includes('json')
        return {
          status: reply.statusCode,
          text: reply.body,
          json: isJson ? reply.json() : undefined,
          headers: reply.headers,
        }
      }
      return {
        workspace_id: id,
        call,
        async finished(job_id) {
          for (;;) {
            const { json } = await call('GET', `/v1/jobs/${job_id}`)
            if (json.status === 'completed' || json.status === 'failed') return json
            await new Promise((resolve) => setTimeout(resolve, 50))
          }
        },
      }
    },
  }
}
