import { createServer, type Server } from 'node:https'
import type { Socket } from 'node:net'
import type { FastifyServerFactory } from 'fastify'
import type { Certificate } from './certificate.ts'

/** First byte of every TLS handshake record (RFC 8446, 5.1). */
const tlsHandshake = 0x16
const firstByteTimeoutMs = 10_000

/** Time limits of one connection, in ms: headers 10 s, whole body 30 s, idle between requests 65 s. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
}
/** Node would answer a request without Host by itself, with an empty body; the application says what is wrong. */
const requireHostHeader = false

const plainSockets = new WeakSet<object>()

/** Whether this connection came without TLS. */
export const isPlainSocket = (socket: object): boolean => plainSockets.has(socket)

/** HTTPS, and plain HTTP on the same port, so that a caller who forgot the `s` gets an answer that says so. */
export function httpsServerFactory(certificate: Certificate): FastifyServerFactory {
  return (handler) => {
    const server = createServer(
      {
        cert: certificate.cert,
        key: certificate.key,
        minVersion: 'TLSv1.2',
        handshakeTimeout: 10_000,
        requireHostHeader,
        ...timeouts,
      },
      handler,
    )
    // Node answers an unknown Expect header with an empty 417; to us it is a request like any other.
    server.on('checkExpectation', (request, response) => server.emit('request', request, response))
    sniffFirstByte(server)
    return server as never
  }
}

function sniffFirstByte(server: Server) {
  const [startTls] = server.listeners('connection')
  const [startHttp] = server.listeners('secureConnection')
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const giveUp = () => socket.destroy()
    socket.setTimeout(firstByteTimeoutMs, giveUp)
    socket.on('error', giveUp)
    socket.once('end', giveUp)
    socket.once('data', (bytes: Buffer) => {
      socket.pause()
      socket.setTimeout(0, giveUp)
      socket.off('error', giveUp)
      socket.off('end', giveUp)
      socket.unshift(bytes)
      const isTls = bytes[0] === tlsHandshake
      if (!isTls) plainSockets.add(socket)
      ;(isTls ? startTls : startHttp)!.call(server, socket)
      if (!isTls) process.nextTick(() => socket.resume())
    })
  })
}
