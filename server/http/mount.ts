import type { Readable } from 'node:stream'
import type { Operation } from '@innohire/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../api-keys/actor.ts'
import type { Context, Deps } from '../context.ts'
import { ApiError } from '../errors.ts'
import { fingerprint, readIdempotencyKey } from '../idempotency/key.ts'
import { type IdempotentClaim, once } from '../idempotency/once.ts'
import { admit } from './access.ts'
import { rawBody, refuseCompressedBody } from './json-body.ts'
import { isUpload, readUpload, type Upload, type UploadedFile } from './upload.ts'
import { parseInput } from './validate.ts'

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & PathParams<Rest>
  : unknown

export interface Input<O extends Operation> {
  body: Parsed<O['request']>
  query: Parsed<O['query']>
  params: PathParams<O['path']>
  /** Set where the request was multipart and the operation takes that; `body` has no content then. */
  upload: UploadInput<O['upload']> | undefined
}
interface UploadInput<Schema> {
  fields: Parsed<Schema>
  files: UploadedFile[]
}
export type Handler<O extends Operation> = (ctx: Context, input: Input<O>) => Promise<unknown>
export type Mount = <const O extends Operation>(operation: O, handler: Handler<O>) => void

/** An answer that is sent as it is: text that was made and checked before, or a stream. */
export class RawReply {
  readonly body: string | Buffer | Readable
  readonly headers: Record<string, string>

  constructor(body: string | Buffer | Readable, headers: Record<string, string> = {}) {
    this.body = body
    this.headers = headers
  }
}

const actors = new WeakMap<FastifyRequest, Actor>()
/** The actor of a request that was let in, for the access log. */
export const actorOf = (request: FastifyRequest): Actor | undefined => actors.get(request)
const noQuery = z.strictObject({})

/** Mounts operations of the contract: who may call, what is accepted and what is answered come from their definition. `mounted` gathers them. */
export function mounter(app: FastifyInstance, deps: Deps, mounted: Operation[]): Mount {
  return (operation: Operation, handler: (ctx: Context, input: never) => Promise<unknown>) => {
    mounted.push(operation)
    app.route({
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
      onRequest: async (request, reply) => {
        actors.set(request, await admit(deps, operation, request, reply))
        refuseCompressedBody(request.headers['content-encoding'])
        if (isUpload(request) && !operation.upload) throw new ApiError('unsupported_media_type')
      },
      handler: async (request, reply) => {
        if (!isUpload(request)) return answer(request, reply, undefined)
        const upload = await readUpload(request)
        return answer(request, reply, upload).finally(upload.dispose)
      },
    })

    async function answer(request: FastifyRequest, reply: FastifyReply, upload: Upload | undefined) {
      const input = {
        body: upload ? undefined : operation.request && parseInput(operation.request, request.body ?? {}),
        upload: upload && { files: upload.files, fields: parseInput<z.ZodType>(operation.upload!, upload.fields) },
        query: parseInput<z.ZodType>(operation.query ?? noQuery, request.query),
        params: request.params,
      }
      const ctx = contextOf(deps, request, reply)
      const key = operation.isIdempotent ? readIdempotencyKey(request.headers['idempotency-key']) : undefined
      const run = async (claim?: IdempotentClaim) =>
        renderBody(operation, await handler(claim ? { ...ctx, claim } : ctx, input as never))
      reply.code(operation.success.status).type('application/json; charset=utf-8')
      if (key === undefined) {
        const result = await handler(ctx, input as never)
        if (!(result instanceof RawReply)) return renderBody(operation, result)
        reply.headers(result.headers)
        return result.body
      }
      const { status } = operation.success
      const stored = await once(ctx, { key, fingerprint: fingerprintOf(request, upload), status }, run)
      if (stored.is_replay) reply.header('idempotent-replayed', 'true')
      return stored.body
    }
  }
}

/** The response as text; fields that the contract does not know are dropped. */
export const renderBody = (operation: Operation, result: unknown): string =>
  JSON.stringify(operation.success.schema ? operation.success.schema.parse(result) : result)

const fingerprintOf = (request: FastifyRequest, upload: Upload | undefined): string =>
  fingerprint(request.method, request.url.split('?', 1)[0]!, upload ? Buffer.from(upload.digest) : rawBody(request))

function contextOf(deps: Deps, request: FastifyRequest, reply: FastifyReply): Context {
  const hangUp = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) hangUp.abort()
  })
  return { ...deps, actor: actorOf(request)!, request_id: request.id, remote_ip: request.ip, signal: hangUp.signal }
}
