import { expect, it } from 'vitest'
import { areRangesWithin, isAddressAllowed } from './allowed-addresses.ts'

it.each([
  [[], '203.0.113.9', true],
  [['203.0.113.0/24'], '203.0.113.9', true],
  [['203.0.113.0/24'], '203.0.114.9', false],
  [['203.0.113.9'], '203.0.113.9', true],
  [['203.0.113.9'], '203.0.113.10', false],
  [['203.0.113.0/24'], '::ffff:203.0.113.9', true],
  [['::ffff:203.0.113.0/120'], '203.0.113.9', true],
  [['2001:db8::/32'], '2001:db8:1::1', true],
  [['2001:db8::/32'], '203.0.113.9', false],
  [['fe80::/10'], 'fe80::1%eth0', true],
  [['203.0.113.0/24'], 'not an address', false],
])('ranges %j and address %s: %s', (ranges, address, isAllowed) => {
  expect(isAddressAllowed(ranges, address)).toBe(isAllowed)
})

it.each([
  [['10.1.0.0/16'], ['10.0.0.0/8'], true],
  [['10.1.2.3'], ['10.0.0.0/8'], true],
  [['10.0.0.0/8'], ['10.1.0.0/16'], false],
  [[], ['10.0.0.0/8'], false],
  [['10.0.0.0/8'], [], true],
  [['10.1.0.0/16', '192.168.0.1'], ['10.0.0.0/8'], false],
])('%j lies within %j: %s', (inner, outer, isWithin) => expect(areRangesWithin(inner, outer)).toBe(isWithin))
