import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import type { Certificate } from './http/certificate.ts'
import type { Bootstrapped } from './workspaces/bootstrap.ts'

interface Started {
  address: string
  certificate: Certificate
  /** What the first start made; undefined on every later one. */
  first: Bootstrapped | undefined
  /** Absolute folder of the repository, where examples/ is. */
  home: string
}

/** What a person reads when the server has started: the address, and on the first start the way to a first ranking. */
export function startText({ address, certificate, first, home }: Started): string {
  const lines = ['', `InnoHire is ready at ${address}`]
  if (certificate.self_signed_path)
    lines.push(`  Certificate (made by this server) ${shown(certificate.self_signed_path)}`)
  if (!first) return `${lines.join('\n')}\n\n`
  lines.push(`  SHA-256 fingerprint ${certificate.fingerprint}`)
  lines.push(
    '',
    'Set-up link of the dashboard, which a later release brings; for one use:',
    `  ${address}/setup?token=${first.setup_token}`,
  )
  if (first.api_key) lines.push('', 'Your API key. It is shown this once:', `  ${first.api_key}`)
  lines.push('', 'A first ranking, of the resumes in examples/:', indent(firstCall(address, certificate, first, home)))
  lines.push('', `API reference: ${address}/docs/api`)
  return `${lines.join('\n')}\n\n`
}

/** A command to paste: it ranks the example resumes through the API. */
function firstCall(address: string, certificate: Certificate, first: Bootstrapped, home: string): string {
  const trust = certificate.self_signed_path ? `--cacert ${quoted(shown(certificate.self_signed_path))} ` : ''
  const key = first.api_key ?? '$INNOHIRE_BOOTSTRAP_API_KEY'
  const example = quoted(shown(`${home}/examples/evaluate.json`))
  return [
    `curl ${trust}${address}/v1/evaluate \\`,
    `  -H "Authorization: Bearer ${key}" \\`,
    '  -H "Content-Type: application/json" \\',
    `  --data @${example}`,
  ].join('\n')
}

/** A path as the reader can use it from where the server was started. */
function shown(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') || !existsSync(path) ? path : short
}
const quoted = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)
const indent = (text: string) => text.replace(/^/gm, '  ')
