import { promises as dns } from 'node:dns'
import { readFileSync } from 'node:fs'
import type { LookupFunction } from 'node:net'
import { rootCertificates } from 'node:tls'
import { Agent, buildConnector, type Dispatcher, request } from 'undici'
import { type AllowList, parseAllowList } from './allow-list.ts'
import { EgressError } from './egress-error.ts'
import { checkUrl, isOpen, portOf } from './url-rules.ts'

export interface EgressOptions {
  /** EGRESS_ALLOW. */
  allow?: string | undefined
  /** EGRESS_CA_FILE: PEM certificates trusted beside the system's. Throws at start where it cannot be read. */
  ca_file?: string | undefined
  /** Names to addresses; default: the system's resolver. */
  resolve?: (hostname: string) => Promise<{ address: string; family: number }[]>
  connect_timeout_ms?: number
}

export interface GuardedRequest {
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | Uint8Array
  signal: AbortSignal
}

/** The one way out to addresses that users give us: resume downloads and webhooks. */
export interface GuardedClient {
  /** Throws EgressError `invalid_url` or `url_not_allowed`. No connection is made. */
  checkUrl(url: string): URL
  /** One request, no redirect followed, nothing decompressed. The address is checked when it is connected to. */
  request(url: URL, options: GuardedRequest): Promise<Dispatcher.ResponseData>
  close(): Promise<void>
}

const resolveBySystem = (hostname: string) => dns.lookup(hostname, { all: true, verbatim: true })

export function createGuardedClient(options: EgressOptions = {}): GuardedClient {
  const allow = parseAllowList(options.allow ?? '')
  const agent = new Agent({
    connect: connectorFor(allow, options),
    connections: 32,
    pipelining: 1,
    headersTimeout: 15_000,
    bodyTimeout: 15_000,
    keepAliveTimeout: 4_000,
    maxHeaderSize: 32_768,
  })
  return {
    checkUrl: (url) => checkUrl(url, allow),
    async request(url, { method, headers = {}, body, signal }) {
      // undici skips `lookup` for address literals, so every URL is checked here too, on every hop.
      checkUrl(url.href, allow)
      return request(url, {
        dispatcher: agent,
        method,
        headers: { 'accept-encoding': 'identity', ...headers },
        body: body ?? null,
        signal,
      })
    },
    close: () => agent.destroy(),
  }
}

/**
 * Connects only to addresses that are open at this very moment: the name is resolved inside the connection, so that a
 * name that changes its address between check and use (DNS rebinding) gains nothing.
 */
function connectorFor(allow: AllowList, options: EgressOptions): buildConnector.connector {
  const resolve = options.resolve ?? resolveBySystem
  const base = {
    timeout: options.connect_timeout_ms ?? 5_000,
    autoSelectFamily: true,
    ...(options.ca_file ? { ca: [...rootCertificates, readFileSync(options.ca_file, 'utf8')] } : {}),
  }
  return (target, callback) => {
    const hostname = target.hostname.replace(/^\[|\]$/g, '')
    const port = portOf(target)
    const isNamed = allow.allowsHost(hostname, port)
    const lookup: LookupFunction = (name, lookupOptions, done) => {
      resolve(name).then(
        (found) => {
          const open = found.filter(({ address }) => isNamed || isOpen(address, port, allow))
          const first = open[0]
          if (!first) return done(new EgressError('url_not_allowed', refusal(found.length)), '', 0)
          if (lookupOptions.all) return done(null, open)
          done(null, first.address, first.family)
        },
        (error) => done(error, '', 0),
      )
    }
    buildConnector({ ...base, lookup } as buildConnector.BuildOptions)(target, callback)
  }
}

const refusal = (found: number): string =>
  found === 0
    ? 'The host name has no address.'
    : 'The host name leads to a private or reserved address, or to a closed port. An operator can allow it with EGRESS_ALLOW.'
