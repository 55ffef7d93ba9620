import type ipaddr from 'ipaddr.js'
import ipaddrjs from 'ipaddr.js'
import { isInRange, parseAddress } from './addresses.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6
interface HostRule {
  host: string
  port: number | undefined
  /** Only an entry that says `http://` opens plain HTTP. */
  allows_http: boolean
}

/** What the operator opened with EGRESS_ALLOW, beside the public internet over https. */
export interface AllowList {
  /** The host is named, with this port or with any. */
  allowsHost(hostname: string, port: number): boolean
  allowsPlainHttp(hostname: string, port: number): boolean
  /** The address lies in a named range; every port is open there. */
  allowsAddress(address: string): boolean
  hasRanges: boolean
}

/**
 * Parses EGRESS_ALLOW: entries separated by commas or blanks, each `host`, `host:port`, an address, a CIDR range, or
 * `http://host:port` where plain HTTP is meant. Throws a TypeError that names the entry it cannot read.
 */
export function parseAllowList(text: string): AllowList {
  const hosts: HostRule[] = []
  const ranges: [Address, number][] = []
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    if (ipaddrjs.isValidCIDR(entry)) ranges.push(ipaddrjs.parseCIDR(entry))
    else hosts.push(parseHostRule(entry))
  }
  const rulesFor = (hostname: string, port: number) =>
    hosts.filter((rule) => rule.host === canonicalHost(hostname) && (rule.port === undefined || rule.port === port))
  return {
    hasRanges: ranges.length > 0,
    allowsHost: (hostname, port) => rulesFor(hostname, port).length > 0,
    allowsPlainHttp: (hostname, port) => rulesFor(hostname, port).some((rule) => rule.allows_http),
    allowsAddress: (text) => {
      const address = parseAddress(text)
      return address !== undefined && ranges.some((range) => isInRange(address, range))
    },
  }
}

function parseHostRule(entry: string): HostRule {
  const allowsHttp = entry.startsWith('http://')
  const rest = entry.replace(/^https?:\/\//, '')
  const bareAddress = parseAddress(rest)
  if (bareAddress) return { host: bareAddress.toString(), port: undefined, allows_http: allowsHttp }
  const match = /^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?\/?$/.exec(rest)
  const port = match?.[2] === undefined ? undefined : Number(match[2])
  if (!match || (port !== undefined && (port < 1 || port > 65_535)))
    throw new TypeError(
      `EGRESS_ALLOW: cannot read "${entry}". Use host:port, a host, or a CIDR range such as 10.1.2.0/24.`,
    )
  return { host: canonicalHost(match[1]!), port, allows_http: allowsHttp }
}

function canonicalHost(hostname: string): string {
  return parseAddress(hostname)?.toString() ?? hostname.toLowerCase().replace(/\.$/, '')
}
