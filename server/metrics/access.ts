import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

/**
 * Who may read the metrics: with METRICS_TOKEN who sends it as a Bearer token, without it who calls from this machine.
 * What came through a reverse proxy on this machine did not come from it, whoever is trusted.
 */
export function mayReadMetrics(token: string | undefined, request: IncomingMessage): boolean {
  if (token !== undefined) return isSame(request.headers.authorization ?? '', `Bearer ${token}`)
  const isForwarded = forwardingHeaders.some((name) => request.headers[name] !== undefined)
  return !isForwarded && isLoopback(request.socket.remoteAddress)
}

const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted))

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
