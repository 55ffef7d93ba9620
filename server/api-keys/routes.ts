import { operations } from '@innohire/contract'
import type { Context } from '../context.ts'
import type { Mount } from '../http/mount.ts'
import { createApiKey } from './create-api-key.ts'
import type { KeyAgent } from './key-deps.ts'
import { listApiKeys } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { rotateApiKey } from './rotate-api-key.ts'

/** The calls under /v1/api-keys. */
export function apiKeyRoutes(mount: Mount) {
  mount(operations.createApiKey, (ctx, { body }) => createApiKey(ctx, agentOf(ctx), body))
  mount(operations.listApiKeys, (ctx, { query }) => listApiKeys(ctx, agentOf(ctx), query))
  mount(operations.rotateApiKey, (ctx, { params, body }) =>
    rotateApiKey(ctx, agentOf(ctx), params.key_id, body.old_key_lives),
  )
  mount(operations.revokeApiKey, (ctx, { params }) => revokeApiKey(ctx, agentOf(ctx), params.key_id))
}

const agentOf = ({ actor, remote_ip, request_id }: Context): KeyAgent => ({
  workspace_id: actor.workspace.id,
  actor: `key:${actor.api_key.id}`,
  api_key_id: actor.api_key.id,
  ip: remote_ip,
  request_id,
})
