import { expect, it } from 'vitest'
import { callerOf, trustedProxies } from './client-address.ts'

it('a trusted range covers its addresses, also in the IPv6-mapped form', () => {
  const isTrusted = trustedProxies(['10.1.0.0/16', '192.0.2.7', 'fd00::/8'])
  expect(['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', 'fd12::1'].map(isTrusted)).toEqual([true, true, true, true])
  expect(['10.2.0.1', '192.0.2.8', '::1', 'unix', undefined].map(isTrusted)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})

it('an IPv6 customer is one caller in the whole /64', () => {
  expect(callerOf('2001:db8:1:2:aaaa::1')).toBe(callerOf('2001:db8:1:2:bbbb::9'))
  expect(callerOf('2001:db8:1:2::1')).not.toBe(callerOf('2001:db8:1:3::1'))
  expect(callerOf('::ffff:192.0.2.1')).toBe('192.0.2.1')
})
