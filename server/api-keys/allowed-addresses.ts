import ipaddr from 'ipaddr.js'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** `10.0.0.0/8` or a single address, in IPv4 form where it is an IPv4 address written in IPv6. */
function parseRange(text: string): Range {
  if (text.includes('/')) {
    const [address, bits] = ipaddr.parseCIDR(text)
    if (address.kind() === 'ipv6' && (address as ipaddr.IPv6).isIPv4MappedAddress() && bits >= 96)
      return [(address as ipaddr.IPv6).toIPv4Address(), bits - 96]
    return [address, bits]
  }
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

const covers = ([network, bits]: Range, [address, own_bits]: Range): boolean =>
  network.kind() === address.kind() && own_bits >= bits && (address as ipaddr.IPv4).match(network as ipaddr.IPv4, bits)

/** True where the list is empty, which allows every address, or one of its ranges holds the address. */
export function isAddressAllowed(allowed_cidrs: readonly string[], address: string): boolean {
  if (allowed_cidrs.length === 0) return true
  const zoneless = address.split('%')[0]!
  if (!ipaddr.isValid(zoneless)) return false
  const asked = parseRange(zoneless)
  return allowed_cidrs.some((cidr) => covers(parseRange(cidr), asked))
}

/** True where every range of `inner` lies within one of `outer`; an empty list stands for every address. */
export function areRangesWithin(inner: readonly string[], outer: readonly string[]): boolean {
  if (outer.length === 0) return true
  return inner.length > 0 && inner.every((cidr) => outer.some((range) => covers(parseRange(range), parseRange(cidr))))
}
