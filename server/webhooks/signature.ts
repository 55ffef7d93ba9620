import { createHmac, randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** A webhook secret in the form of Standard Webhooks: `whsec_` and 32 random bytes in base64. */
export const createWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/**
 * Both signatures of one attempt, under every active secret (two during a rotation).
 *
 * `webhook-signature` is Standard Webhooks: HMAC-SHA256 of `id.timestamp.body` under the decoded secret, base64.
 * `X-InnoHire-Signature` is Stripe's scheme: HMAC-SHA256 of `timestamp.body` under the secret as written, hex, so that
 * one line of openssl can check it.
 */
export function signatureHeaders(
  secrets: readonly string[],
  message: { id: string; timestamp_seconds: number; body: string },
): Record<string, string> {
  const { id, timestamp_seconds: timestamp, body } = message
  const standard = secrets.map((secret) => new Webhook(secret).sign(id, new Date(timestamp * 1000), body))
  const plain = secrets.map(
    (secret) => `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  )
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': standard.join(' '),
    'x-innohire-signature': [`t=${timestamp}`, ...plain].join(','),
  }
}
