import type { Dispatcher } from 'undici'
import { EgressError } from './egress-error.ts'
import type { GuardedClient } from './guarded-client.ts'

export interface DownloadOptions {
  max_bytes?: number
  max_redirects?: number
  total_timeout_ms?: number
  /** A transfer slower than `min_bytes_per_second` over `slow_window_ms` is given up. */
  min_bytes_per_second?: number
  slow_window_ms?: number
  signal?: AbortSignal
}

const defaults = {
  max_bytes: 10 * 1024 * 1024,
  max_redirects: 3,
  total_timeout_ms: 30_000,
  min_bytes_per_second: 10_000,
  slow_window_ms: 10_000,
}
const redirectStatuses = new Set([301, 302, 303, 307, 308])
const retryableStatuses = new Set([408, 425, 429, 500, 502, 503, 504])

/**
 * The bytes behind a user-given URL: at most 3 redirects, each checked again; a hard stop at the size and time limits.
 * Throws EgressError; its message is for the user and holds neither query string nor address.
 */
export async function download(client: GuardedClient, url: string, options: DownloadOptions = {}): Promise<Uint8Array> {
  const limits = { ...defaults, ...options }
  const timeout = AbortSignal.timeout(limits.total_timeout_ms)
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
  try {
    const response = await followRedirects(client, url, limits.max_redirects, signal)
    return await readBody(response, limits)
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw toEgressError(error, timeout.aborted)
  }
}

async function followRedirects(client: GuardedClient, start: string, maxRedirects: number, signal: AbortSignal) {
  let url = client.checkUrl(start)
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await client.request(url, { method: 'GET', signal })
    if (!redirectStatuses.has(response.statusCode)) return acceptStatus(response)
    response.body.on('error', () => {}).destroy()
    const location = response.headers.location
    if (typeof location !== 'string' || !URL.canParse(location, url.href))
      throw new EgressError('download_failed', 'The host answered with a redirect that leads nowhere.')
    url = checkTarget(client, new URL(location, url.href).href)
  }
  throw new EgressError('download_failed', `The URL redirects more than ${maxRedirects} times.`)
}

/** The caller's own URL is in order: the message must say that another host is to blame. */
function checkTarget(client: GuardedClient, target: string): URL {
  try {
    return client.checkUrl(target)
  } catch (error) {
    if (!(error instanceof EgressError)) throw error
    throw new EgressError(error.code, `The host redirects to another address, which is refused. ${error.message}`)
  }
}

function acceptStatus(response: Dispatcher.ResponseData): Dispatcher.ResponseData {
  const { statusCode, headers, body } = response
  const encoding = headers['content-encoding']
  if (statusCode === 200 && (encoding === undefined || encoding === 'identity')) return response
  body.on('error', () => {}).destroy()
  if (statusCode === 200)
    throw new EgressError('download_failed', 'The host sent a compressed answer though it was asked not to.')
  const hint = statusCode === 403 || statusCode === 401 ? ' The signed URL may have expired.' : ''
  throw new EgressError('download_failed', `The host answered with status ${statusCode}.${hint}`, {
    is_retryable: retryableStatuses.has(statusCode),
    retry_after_seconds: Number(headers['retry-after']) || undefined,
  })
}

async function readBody(response: Dispatcher.ResponseData, limits: typeof defaults): Promise<Uint8Array> {
  const { body, headers } = response
  const tooLarge = () =>
    new EgressError('file_too_large', `The file is over the limit of ${Math.floor(limits.max_bytes / 1048576)} MiB.`)
  if (Number(headers['content-length']) > limits.max_bytes) {
    body.on('error', () => {}).destroy()
    throw tooLarge()
  }
  const chunks: Uint8Array[] = []
  let size = 0
  let sizeAtLastLook = 0
  const watch = setInterval(() => {
    const least = (limits.min_bytes_per_second * limits.slow_window_ms) / 1000
    if (size - sizeAtLastLook < least)
      body.destroy(new EgressError('download_failed', 'The download was too slow.', { is_retryable: true }))
    sizeAtLastLook = size
  }, limits.slow_window_ms)
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > limits.max_bytes) throw tooLarge()
      chunks.push(chunk)
    }
  } finally {
    clearInterval(watch)
    body.on('error', () => {}).destroy()
  }
  return Buffer.concat(chunks)
}

/** Node and undici errors, some of them nested, to one public sentence. */
export function toEgressError(error: unknown, isTimedOut: boolean): EgressError {
  for (let e: unknown = error; e instanceof Error; e = e.cause) if (e instanceof EgressError) return e
  if (isTimedOut)
    return new EgressError('download_failed', 'The host took too long.', { is_retryable: true, cause: error })
  const code = codeOf(error)
  const known: [RegExp, string, boolean][] = [
    [/^(ENOTFOUND|EAI_AGAIN|ENODATA)$/, 'The host name could not be resolved.', true],
    [
      /^(UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ETIMEDOUT)$/,
      'The host took too long.',
      true,
    ],
    [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/, 'The host refused the connection.', true],
    [/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|ISSUER/, "The host's certificate is not trusted.", false],
    [
      /^(UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_SOCKET|ECONNRESET|EPIPE)$/,
      'The connection broke before the whole file had come.',
      true,
    ],
    [/^(HPE_|UND_ERR_HEADERS_OVERFLOW)/, "The host's answer is not valid HTTP.", false],
  ]
  const match = known.find(([pattern]) => pattern.test(code))
  return new EgressError('download_failed', match?.[1] ?? 'The download failed.', {
    is_retryable: match?.[2] ?? true,
    cause: error,
  })
}

function codeOf(error: unknown): string {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const first = e instanceof AggregateError ? e.errors[0] : e
    const code = (first as { code?: unknown }).code
    if (typeof code === 'string') return code
  }
  return ''
}
