import ipaddr from 'ipaddr.js'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** Whether an address is one of the trusted proxies; IPv4 and its IPv6-mapped form are the same address. */
export function trustedProxies(items: readonly string[]): (address: string | undefined) => boolean {
  const ranges = items.map((item): Range => {
    if (ipaddr.isValidCIDR(item)) return ipaddr.parseCIDR(item)
    const address = ipaddr.process(item)
    return [address, address.kind() === 'ipv4' ? 32 : 128]
  })
  return (address) => {
    if (address === undefined || !ipaddr.isValid(address)) return false
    const peer = ipaddr.process(address)
    return ranges.some(([base, bits]) => base.kind() === peer.kind() && peer.match(base as never, bits))
  }
}

/** What counts as one caller: an IPv4 address, or the /64 that an IPv6 customer is given. */
export function callerOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const ip = ipaddr.process(address)
  if (ip.kind() === 'ipv4') return ip.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${ip.toString()}/64`).toString()}/64`
}
