import { serverVersion } from '@innohire/contract'
import type { GuardedClient } from '../egress/index.ts'
import { toEgressError } from '../egress/index.ts'
import { signatureHeaders } from './signature.ts'

export interface Message {
  id: string
  event: 'job.completed' | 'job.failed' | 'webhook.test'
  attempt: number
  url: string
  body: string
}

export interface AttemptResult {
  is_delivered: boolean
  /** HTTP status, where there was an answer. */
  status: number | null
  latency_ms: number
  /** Why it counts as failed; never holds the URL's query. */
  error: string | null
  /** The first KiB of the answer. */
  answer: string | null
  retry_after_seconds: number | undefined
}

const totalTimeoutMs = 15_000
/** More of an answer is not read. */
const answerBytes = 65_536
const answerShownBytes = 1_024

/** Sends a message once, signed with every secret. 2xx is delivered, everything else failed; redirects are not followed. */
export async function sendAttempt(
  egress: GuardedClient,
  secrets: readonly string[],
  message: Message,
  at: Date,
): Promise<AttemptResult> {
  const startedMs = performance.now()
  const timeout = AbortSignal.timeout(totalTimeoutMs)
  const latency_ms = () => Math.round(performance.now() - startedMs)
  const timestamp_seconds = Math.floor(at.getTime() / 1000)
  try {
    const response = await egress.request(egress.checkUrl(message.url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': `InnoHire-Webhooks/${serverVersion}`,
        ...signatureHeaders(secrets, { id: message.id, timestamp_seconds, body: message.body }),
        'x-innohire-event': message.event,
        'x-innohire-attempt': String(message.attempt),
      },
      body: message.body,
      signal: timeout,
    })
    const status = response.statusCode
    const answer = await readStart(response.body)
    const is_delivered = status >= 200 && status < 300
    const asksToWait = status === 429 || status === 503
    return {
      is_delivered,
      status,
      latency_ms: latency_ms(),
      error: is_delivered ? null : `The receiver answered with status ${status}.`,
      answer,
      retry_after_seconds: asksToWait ? retryAfterSeconds(response.headers['retry-after'], at) : undefined,
    }
  } catch (error) {
    const { message } = toEgressError(error, timeout.aborted)
    const failed = { is_delivered: false, status: null, error: message, answer: null, retry_after_seconds: undefined }
    return { ...failed, latency_ms: latency_ms() }
  }
}

/** Text of an answer's first KiB. The rest up to 64 KiB is read, so that the receiver sees its answer taken. */
async function readStart(
  body: AsyncIterable<Uint8Array> & { destroy(): unknown; on(e: 'error', f: () => void): unknown },
) {
  body.on('error', () => {})
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    if (size < answerShownBytes) chunks.push(chunk)
    size += chunk.length
    if (size >= answerBytes) break
  }
  body.destroy()
  return Buffer.concat(chunks).subarray(0, answerShownBytes).toString('utf8').replaceAll('\u0000', '')
}

/** Retry-After in seconds: a number, or the time until a date. */
function retryAfterSeconds(header: string | string[] | undefined, now: Date): number | undefined {
  if (typeof header !== 'string') return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header)
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now.getTime()) / 1000)
}
