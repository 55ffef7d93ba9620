import { describe, expect, it } from 'vitest'
import { parseAllowList } from './allow-list.ts'
import type { EgressError } from './egress-error.ts'
import { checkUrl, isOpen, urlWithoutSecrets } from './url-rules.ts'

const nothing = parseAllowList('')
const codeOf = (url: string, allow = nothing): string => {
  try {
    checkUrl(url, allow)
    return 'allowed'
  } catch (error) {
    return (error as EgressError).code
  }
}

/** Ways to write an inside address that have fooled fetchers before; none may pass even before a connection. */
const insideUrls = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1.:443/',
  'https://127。0。0。1/',
  'https://①②⑦.0.0.1/',
  'https://0/',
  'https://0.0.0.0/',
  'https://10.0.0.1/',
  'https://10.255.255.255/',
  'https://172.16.0.1/',
  'https://172.31.255.254/',
  'https://192.168.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://0251.0376.0251.0376/',
  'https://100.64.0.1/',
  'https://100.127.255.254/',
  'https://192.0.0.1/',
  'https://192.0.2.1/',
  'https://192.88.99.1/',
  'https://198.18.0.1/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b::a9fe:a9fe]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:db8::1]/',
  'https://[2001::1]/',
  'https://[100::1]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd12:3456:789a::1]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[5f00::1]/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://foo.localhost/',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://db.internal/',
  'https://intranet/',
  'https://minio.lan/',
  'https://nas.home/',
  'https://8.8.8.8/',
  'https://example.com:22/',
  'https://example.com:25/',
]
const badUrls = [
  'http://example.com/a.pdf',
  'ftp://example.com/a.pdf',
  'file:///etc/passwd',
  'gopher://example.com/',
  'data:text/plain,hello',
  'javascript:alert(1)',
  'https://user:secret@example.com/',
  'https://user@example.com/',
  'example.com/a.pdf',
  '/etc/passwd',
  'https://',
  'https://[::1',
  'https://exa mple.com/',
]

describe('checkUrl', () => {
  it.each(insideUrls)('refuses %s before any connection', (url) => {
    expect(['url_not_allowed', 'invalid_url']).toContain(codeOf(url))
  })
  it.each(badUrls)('calls %s an invalid URL', (url) => expect(codeOf(url)).toBe('invalid_url'))
  it.each([
    'https://example.com/a.pdf?X-Amz-Signature=1',
    'https://files.example.org:8443/x',
    'https://münchen.example/',
  ])('lets %s through', (url) => expect(codeOf(url)).toBe('allowed'))
})

describe('EGRESS_ALLOW', () => {
  it('opens a named host and port and nothing beside it', () => {
    const allow = parseAllowList('127.0.0.1:9000, minio.lan')
    expect(codeOf('https://127.0.0.1:9000/x', allow)).toBe('allowed')
    expect(codeOf('https://127.0.0.1:9001/x', allow)).toBe('url_not_allowed')
    expect(codeOf('https://minio.lan:9443/x', allow)).toBe('allowed')
    expect(codeOf('http://minio.lan/x', allow)).toBe('invalid_url')
  })
  it('opens plain http only for an entry that says http', () => {
    const allow = parseAllowList('http://minio.lan:9000')
    expect(codeOf('http://minio.lan:9000/x', allow)).toBe('allowed')
    expect(codeOf('http://minio.lan:9001/x', allow)).toBe('invalid_url')
  })
  it('opens a range for addresses and for names that resolve into it', () => {
    const allow = parseAllowList('10.1.2.0/24 [::1]:8080 fd00::/8')
    expect(codeOf('https://10.1.2.9:9000/', allow)).toBe('allowed')
    expect(codeOf('https://10.1.3.9/', allow)).toBe('url_not_allowed')
    expect(codeOf('https://[::1]:8080/', allow)).toBe('allowed')
    expect(codeOf('https://[fd00::7]/', allow)).toBe('allowed')
    expect(codeOf('https://store.example.com:9000/', allow)).toBe('allowed')
    expect(isOpen('10.1.2.9', 9000, allow)).toBe(true)
    expect(isOpen('10.1.3.9', 443, allow)).toBe(false)
  })
  it('names the entry that it cannot read', () => {
    expect(() => parseAllowList('minio.lan, 10.0.0.0/99')).toThrow(/10\.0\.0\.0\/99/)
    expect(() => parseAllowList('host:99999')).toThrow(/host:99999/)
  })
})

it('a public address is open on the https ports only', () => {
  expect(isOpen('93.184.216.34', 443, nothing)).toBe(true)
  expect(isOpen('93.184.216.34', 8443, nothing)).toBe(true)
  expect(isOpen('93.184.216.34', 22, nothing)).toBe(false)
})

it.each([
  '::7f00:1',
  '::127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '2002:7f00:1::',
  '2001::1',
  '5f00::1',
  'fe80::1',
  '4000::1',
])('a name that resolves to %s leads nowhere', (address) => expect(isOpen(address, 443, nothing)).toBe(false))

it('a public IPv6 address is open', () => expect(isOpen('2a00:1450:4001:830::200e', 443, nothing)).toBe(true))

it('what is shown of a URL holds neither user, query nor fragment', () => {
  expect(urlWithoutSecrets('https://u:p@example.com/a%20b.pdf?X-Amz-Signature=abc#f')).toBe(
    'https://example.com/a%20b.pdf',
  )
  expect(urlWithoutSecrets('not a url ?sig=1')).toBe('(unreadable URL)')
})
