import type { FastifyRequest } from 'fastify'
import type { Deps } from '../context.ts'
import { ApiError } from '../errors.ts'
import { isPlainSocket } from './https-server.ts'

/** Throws https_required for plain HTTP, unless a trusted proxy says that it received HTTPS. No redirect: it would hide the leak. */
export async function requireHttps(
  deps: Deps,
  request: FastifyRequest,
  isTrusted: (ip: string | undefined) => boolean,
) {
  const { socket } = request.raw
  if (!isPlainSocket(socket)) return
  const forwardedProtocol = String(request.headers['x-forwarded-proto'] ?? '')
    .split(',')
    .at(-1)!
    .trim()
  if (isTrusted(socket.remoteAddress) && forwardedProtocol.toLowerCase() === 'https') return
  if (request.headers.authorization !== undefined)
    await deps
      .flagExposedKey(request.headers.authorization)
      .catch((err) => request.log.error({ err }, 'key not flagged'))
  throw new ApiError('https_required', { headers: { connection: 'close' } })
}
