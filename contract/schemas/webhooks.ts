import { z } from 'zod'
import { HttpUrl } from './bulk-screen.ts'

const oldSecretLives = z.enum(['now', '1h', '24h', '7d']).default('24h').meta({
  description: 'How much longer the old secret signs too. `now` ends it at once.',
})

export const WebhookSecret = z
  .object({
    secret: z.string().meta({ example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }),
    created_at: z.iso.datetime(),
    previous: z
      .object({ secret: z.string(), expires_at: z.iso.datetime() })
      .nullable()
      .meta({ description: 'The secret before, while it still signs beside the new one.' }),
  })
  .meta({ id: 'WebhookSecret' })
export type WebhookSecret = z.infer<typeof WebhookSecret>

export const RotateWebhookSecretRequest = z
  .strictObject({ old_secret_lives: oldSecretLives })
  .meta({ id: 'RotateWebhookSecretRequest' })

export const WebhookAttempt = z
  .object({
    number: z.int().min(1),
    at: z.iso.datetime(),
    status: z.int().nullable().meta({ description: 'HTTP status; null where the receiver did not answer.' }),
    latency_ms: z.int(),
    error: z.string().nullable(),
    answer: z.string().nullable().meta({ description: 'The first KiB of the answer.' }),
  })
  .meta({ id: 'WebhookAttempt' })

export const WebhookDelivery = z
  .object({
    id: z
      .string()
      .meta({ example: 'msg_01JD3QB6Z1Y0T7W5R9N2K4XEFG', description: 'The `webhook-id` of every attempt.' }),
    job_id: z.string(),
    event: z.enum(['job.completed', 'job.failed']),
    url: z.string().meta({ description: 'Without its query.' }),
    state: z.enum(['pending', 'delivered', 'failed', 'skipped']).meta({
      description: '`skipped`: the receiver is disabled. Can be redelivered.',
    }),
    created_at: z.iso.datetime(),
    next_attempt_at: z.iso.datetime().nullable(),
    attempts: z.array(WebhookAttempt),
  })
  .meta({ id: 'WebhookDelivery' })
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

export const WebhookDeliveryList = z
  .object({
    object: z.literal('list'),
    data: z.array(WebhookDelivery),
    has_more: z.boolean(),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: 'WebhookDeliveryList' })
export type WebhookDeliveryList = z.infer<typeof WebhookDeliveryList>

export const TestWebhookRequest = z.strictObject({ url: HttpUrl }).meta({ id: 'TestWebhookRequest' })
export const TestWebhookResult = z
  .object({
    message_id: z.string(),
    delivered: z.boolean(),
    status: z.int().nullable(),
    latency_ms: z.int(),
    error: z.string().nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: 'TestWebhookResult' })
export type TestWebhookResult = z.infer<typeof TestWebhookResult>

export const WebhookEndpoint = z
  .object({
    url: z.string().meta({ description: 'Without its query.' }),
    is_enabled: z.boolean(),
    disabled_at: z.iso.datetime().nullable(),
    disabled_because: z.enum(['gone', 'failing']).nullable().meta({
      description: '`gone`: it answered 410. `failing`: every attempt failed for 5 days, for 10 messages or more.',
    }),
    failing_since: z.iso.datetime().nullable(),
    last_success_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WebhookEndpoint' })
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>

export const WebhookEndpointList = z
  .object({ object: z.literal('list'), data: z.array(WebhookEndpoint) })
  .meta({ id: 'WebhookEndpointList' })
export const EnableWebhookEndpointRequest = z
  .strictObject({ url: HttpUrl })
  .meta({ id: 'EnableWebhookEndpointRequest' })
