import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'

/**
 * Ranges that ipaddr.js calls `unicast` and yet are nobody's public host.
 * Sources: the IANA special-purpose registries and the block list of Svix's webhook sender.
 */
const extraBlockedRanges = [
  '192.0.0.0/24', // IETF protocol assignments
  '192.88.99.0/24', // 6to4 relay anycast
  '198.18.0.0/15', // benchmarking
  '2001::/23', // IETF protocol assignments, Teredo among them
  '2002::/16', // 6to4
  '3fff::/20', // documentation
].map((cidr) => ipaddr.parseCIDR(cidr))
/** All that IANA has opened as public IPv6. Outside lie NAT64, SRv6 and `::7f00:1`, an old way to write 127.0.0.1. */
const globalIpv6 = ipaddr.parseCIDR('2000::/3')

/** Parses an address; an IPv4 address dressed as IPv6 (`::ffff:10.0.0.1`) comes back as the IPv4 that it is. */
export function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : undefined
}

export function isInRange(address: ipaddr.IPv4 | ipaddr.IPv6, range: [ipaddr.IPv4 | ipaddr.IPv6, number]): boolean {
  return address.kind() === range[0].kind() && address.match(range as never)
}

/** Whether an address is a host of the public internet: not private, loopback, link-local, reserved or this machine. */
export function isPublicAddress(text: string): boolean {
  const address = parseAddress(text)
  if (address?.range() !== 'unicast') return false
  if (address.kind() === 'ipv6' && !isInRange(address, globalIpv6)) return false
  if (extraBlockedRanges.some((range) => isInRange(address, range))) return false
  const normal = address.toNormalizedString()
  return !ownAddresses().has(normal)
}

function ownAddresses(): Set<string> {
  const own = new Set<string>()
  for (const list of Object.values(networkInterfaces()))
    for (const { address } of list ?? []) {
      const parsed = parseAddress(address.split('%')[0]!)
      if (parsed) own.add(parsed.toNormalizedString())
    }
  return own
}
