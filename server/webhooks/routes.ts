import { operations } from '@innohire/contract'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/open.ts'
import { urlWithoutSecrets } from '../egress/index.ts'
import { ApiError } from '../errors.ts'
import type { Mount } from '../http/mount.ts'
import { listDeliveries, redeliver } from './deliveries.ts'
import { enableEndpoint, listEndpoints, presentEndpoint } from './endpoints.ts'
import { activeSecrets, presentSecrets, rotateSecret } from './secrets.ts'
import { sendTest } from './send-test.ts'

/** Secret, deliveries and receivers of webhooks. */
export function webhookRoutes(mount: Mount) {
  mount(operations.getWebhookSecret, (ctx) =>
    inWorkspace(ctx, async (tx, workspace_id) => presentSecrets(await activeSecrets(ctx, tx, workspace_id))),
  )
  mount(operations.rotateWebhookSecret, (ctx, { body }) =>
    inWorkspace(ctx, async (tx, workspace_id) => {
      const secrets = await rotateSecret(ctx, tx, workspace_id, body.old_secret_lives)
      await audit(ctx, tx, 'webhook_secret.rotated')
      return presentSecrets(secrets)
    }),
  )
  mount(operations.listWebhookDeliveries, (ctx, { query }) => listDeliveries(ctx, ctx.actor.workspace.id, query))
  mount(operations.redeliverWebhook, (ctx, { params }) =>
    inWorkspace(ctx, async (tx, workspace_id) => {
      const delivery = await redeliver(ctx, tx, workspace_id, params.message_id)
      await audit(ctx, tx, 'webhook_delivery.redelivered', delivery.id)
      return delivery
    }),
  )
  mount(operations.testWebhook, (ctx, { body }) => sendTest(ctx, ctx.actor.workspace.id, body.url))
  mount(operations.listWebhookEndpoints, (ctx) =>
    inWorkspace(ctx, async (tx, workspace_id) => ({
      object: 'list',
      data: (await listEndpoints(tx, workspace_id)).map(presentEndpoint),
    })),
  )
  mount(operations.enableWebhookEndpoint, (ctx, { body }) =>
    inWorkspace(ctx, async (tx, workspace_id) => {
      const url = urlWithoutSecrets(body.url)
      const endpoint = await enableEndpoint(tx, workspace_id, url)
      if (endpoint === undefined) throw new ApiError('webhook_endpoint_not_found', { param: 'url' })
      await audit(ctx, tx, 'webhook_endpoint.enabled', url)
      return presentEndpoint(endpoint)
    }),
  )
}

const inWorkspace = <T>(ctx: Context, fn: (tx: Transaction, workspace_id: string) => Promise<T>): Promise<T> =>
  ctx.database.inWorkspace(ctx.actor.workspace.id, (tx) => fn(tx, ctx.actor.workspace.id))

const audit = (ctx: Context, tx: Transaction, action: string, object?: string): Promise<void> =>
  recordAudit(tx, ctx.keyring, ctx.clock(), {
    workspace_id: ctx.actor.workspace.id,
    actor: `key:${ctx.actor.api_key.id}`,
    action,
    ...(object === undefined ? {} : { object }),
    ip: ctx.remote_ip,
    request_id: ctx.request_id,
  })
