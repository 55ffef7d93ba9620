import { isPublicAddress, parseAddress } from './addresses.ts'
import type { AllowList } from './allow-list.ts'
import { EgressError } from './egress-error.ts'

const openPorts = new Set([443, 8443])
/** Names that only mean something inside a network, whatever they resolve to. */
const internalName = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|localdomain|arpa)$/

/** A URL as it may be shown, logged and stored: without user, query (it may be a signature) and fragment. */
export function urlWithoutSecrets(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    return `${protocol}//${host}${pathname}`
  } catch {
    return '(unreadable URL)'
  }
}

/** The port of a URL, or of what is connected to, where it may be left out. */
export const portOf = ({ port, protocol }: { port: string; protocol: string }): number =>
  Number(port) || (protocol === 'http:' ? 80 : 443)

/**
 * The rules that a URL must keep before any connection: https, no user, an open port, no internal name, no private
 * address. Names are checked again at each connection, when they are resolved. Throws EgressError.
 */
export function checkUrl(text: string, allow: AllowList): URL {
  if (!URL.canParse(text)) throw new EgressError('invalid_url', 'This is not a URL. Send https://host/path.')
  const url = new URL(text)
  const { hostname } = url
  const port = portOf(url)
  const isNamed = allow.allowsHost(hostname, port)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allow.allowsPlainHttp(hostname, port)))
    throw new EgressError('invalid_url', 'The URL must be https.')
  if (url.username !== '' || url.password !== '')
    throw new EgressError('invalid_url', 'The URL must not carry a user name or password.')
  if (isNamed) return url
  const address = parseAddress(hostname)
  if (address) {
    if (allow.allowsAddress(hostname)) return url
    throw new EgressError(
      'url_not_allowed',
      isPublicAddress(hostname)
        ? 'The URL must name its host, not give an address. An operator can allow addresses with EGRESS_ALLOW.'
        : 'The URL points to a private or reserved address. An operator can allow it with EGRESS_ALLOW.',
    )
  }
  if (internalName.test(hostname.replace(/\.$/, '').toLowerCase()) || !hostname.replace(/\.$/, '').includes('.'))
    throw new EgressError(
      'url_not_allowed',
      'The URL names a host of an internal network. An operator can allow it with EGRESS_ALLOW.',
    )
  // In an allowed range every port is open, and where the name leads is known at the connection only.
  if (!openPorts.has(port) && !allow.hasRanges)
    throw new EgressError(
      'url_not_allowed',
      'The URL has a port other than 443 and 8443. An operator can allow it with EGRESS_ALLOW.',
    )
  return url
}

/** Whether a connection to this resolved address and port is open: public on 443 and 8443, or in an allowed range. */
export function isOpen(address: string, port: number, allow: AllowList): boolean {
  return allow.allowsAddress(address) || (openPorts.has(port) && isPublicAddress(address))
}
