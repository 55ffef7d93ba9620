import { limits } from '@innohire/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from '../errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const rawBodies = new WeakMap<FastifyRequest, Buffer>()

/** The bytes of the body, for the fingerprint of an idempotent request. */
export const rawBody = (request: FastifyRequest): Buffer => rawBodies.get(request) ?? Buffer.alloc(0)

/** Bodies are JSON in UTF-8 and nothing else. An empty body is `undefined`. */
export function acceptJsonOnly(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: limits.json_body_bytes },
    async (request: FastifyRequest, body: Buffer) => {
      rawBodies.set(request, body)
      return body.length === 0 ? undefined : parseJson(body)
    },
  )
}

/** Throws invalid_json. The parser's own message repeats a piece of the body, so it is not passed on. */
function parseJson(body: Buffer): unknown {
  let text: string
  try {
    text = utf8.decode(body)
  } catch {
    throw new ApiError('invalid_json', { message: 'The body is not valid UTF-8. Send JSON encoded as UTF-8.' })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1]
    throw new ApiError('invalid_json', {
      message: `The body is not valid JSON${position ? `, from character ${position} on` : ''}. Send one JSON object.`,
    })
  }
}

/** Bodies come as they are. Throws unsupported_media_type for compressed ones. */
export function refuseCompressedBody(encoding: string | undefined) {
  if (encoding !== undefined && encoding !== '' && encoding.toLowerCase() !== 'identity')
    throw new ApiError('unsupported_media_type', { message: 'Send the body without Content-Encoding.' })
}
