import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { ApiError } from '../errors.ts'
import { commonHeaders } from './common-headers.ts'
import { errorBody } from './error-body.ts'
import { newRequestId } from './request-id.ts'

/** Each further piece of a refused request raises the error again; the first one was answered. */
const answered = new WeakSet<Socket>()

/** Bytes that are not HTTP get the same JSON shape as every other failure; a failed TLS handshake gets nothing. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket) {
  if (answered.has(socket)) return
  const isHttpFailure = error.code?.startsWith('HPE_') || error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
  if (!isHttpFailure || !socket.writable) {
    socket.destroy()
    return
  }
  answered.add(socket)
  const id = newRequestId()
  const failure = new ApiError(error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request_timeout' : 'malformed_request')
  const body = JSON.stringify(errorBody(failure, { request_id: id, host: undefined }))
  const headers = {
    ...commonHeaders(id),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${failure.status} ${STATUS_CODES[failure.status]}\r\n${head.join('')}\r\n${body}`)
  // Whatever else the peer sends has no meaning any more.
  socket.on('error', () => socket.destroy())
  setTimeout(() => socket.destroy(), 1_000).unref()
}
