import { X509Certificate } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

export interface Certificate {
  cert: string
  key: string
  /** SHA-256 of the certificate, as browsers and `openssl x509 -fingerprint -sha256` show it. */
  fingerprint: string
  expires_at: Date
  /** Path of the self-made certificate, for `curl --cacert`; undefined where TLS_CERT is used. */
  self_signed_path?: string
}

interface CertificateSources {
  DATA_DIR: string
  TLS_CERT?: string | undefined
  TLS_KEY?: string | undefined
}

const dayMs = 86_400_000
/** Apple refuses certificates that are valid for longer (https://support.apple.com/103214). */
const validDays = 825
const renewDaysBefore = 30

/** The certificate of TLS_CERT, else the one in DATA_DIR/tls, which is made on the first start and before it expires. */
export async function openCertificate(sources: CertificateSources, now: Date): Promise<Certificate> {
  if (sources.TLS_CERT && sources.TLS_KEY)
    return describe(readFileSync(sources.TLS_CERT, 'utf8'), readFileSync(sources.TLS_KEY, 'utf8'))

  const folder = join(sources.DATA_DIR, 'tls')
  const certPath = join(folder, 'cert.pem')
  const keyPath = join(folder, 'key.pem')
  if (existsSync(certPath) && existsSync(keyPath)) {
    const kept = describe(readFileSync(certPath, 'utf8'), readFileSync(keyPath, 'utf8'))
    if (kept.expires_at.getTime() - now.getTime() > renewDaysBefore * dayMs)
      return { ...kept, self_signed_path: certPath }
  }
  const made = await makeCertificate(now)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeWhole(keyPath, made.private, 0o600)
  writeWhole(certPath, made.cert, 0o644)
  return { ...describe(made.cert, made.private), self_signed_path: certPath }
}

function makeCertificate(now: Date) {
  const names = [...new Set(['localhost', hostname()])].filter((name) => /^[A-Za-z0-9.-]{1,64}$/.test(name))
  return generate([{ name: 'commonName', value: 'InnoHire' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // A clock that is a little behind must not refuse a fresh certificate.
    notBeforeDate: new Date(now.getTime() - dayMs),
    notAfterDate: new Date(now.getTime() + validDays * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          { type: 7 as const, ip: '127.0.0.1' },
          { type: 7 as const, ip: '::1' },
        ],
      },
    ],
  })
}

function describe(cert: string, key: string): Certificate {
  const { fingerprint256, validTo } = new X509Certificate(cert)
  return { cert, key, fingerprint: fingerprint256, expires_at: new Date(validTo) }
}

/** Through a second file, so that a process that dies in the middle leaves the old file or none. */
function writeWhole(path: string, text: string, mode: number) {
  writeFileSync(`${path}.new`, text, { mode })
  chmodSync(`${path}.new`, mode)
  renameSync(`${path}.new`, path)
}
