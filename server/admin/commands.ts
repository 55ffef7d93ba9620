import {
  CreateApiKeyRequest,
  OneLineName,
  type PlanName,
  planNames,
  RotateApiKeyRequest,
  RotateWebhookSecretRequest,
  writerNames,
} from '@innohire/contract'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { createApiKey } from '../api-keys/create-api-key.ts'
import type { KeyAgent, KeyDeps } from '../api-keys/key-deps.ts'
import { listApiKeys } from '../api-keys/list-api-keys.ts'
import { revokeApiKey } from '../api-keys/revoke-api-key.ts'
import { rotateApiKey } from '../api-keys/rotate-api-key.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { verifyAuditChain } from '../audit/verify-audit-chain.ts'
import { rotateEncryption } from '../crypto/rotate.ts'
import { apiKeys } from '../db/schema.ts'
import { createSetupToken, findSetupToken, isSetupComplete } from '../setup/setup-token.ts'
import { activeSecrets, presentSecrets, rotateSecret } from '../webhooks/secrets.ts'
import { changeWorkspace } from '../workspaces/change-workspace.ts'
import { createWorkspace } from '../workspaces/create-workspace.ts'
import { listWorkspaces } from '../workspaces/list-workspaces.ts'
import { AdminError } from './admin-error.ts'

export interface AdminDeps extends KeyDeps {
  data_dir: string
}

/** The operator at the command line, for the audit log. */
const actor = 'cli'
const inWorkspace = { workspace_id: z.string().optional() }
const ofKey = z.strictObject({ ...inWorkspace, key_id: z.string() })
const plan = z.enum(planNames as [PlanName, ...PlanName[]])

const define = <Input extends z.ZodType, Result>(
  input: Input,
  run: (deps: AdminDeps, input: z.output<Input>) => Promise<Result>,
) => ({ input, run })

/** What the operator may ask for, in the running server through its socket or without it. */
export const adminCommands = {
  status: define(z.strictObject({}), async (deps) => {
    await deps.database.ping()
    return { pid: process.pid, database: deps.database.kind }
  }),
  'keys.create': define(CreateApiKeyRequest.extend(inWorkspace), async (deps, { workspace_id, ...input }) =>
    createApiKey(deps, await agentIn(deps, workspace_id), input),
  ),
  'keys.list': define(
    z.strictObject({ ...inWorkspace, limit: z.int().min(1).max(100).default(100), cursor: z.string().optional() }),
    async (deps, { workspace_id, ...query }) => listApiKeys(deps, await agentIn(deps, workspace_id), query),
  ),
  'keys.revoke': define(ofKey, async (deps, input) => revokeApiKey(deps, await agentOfKey(deps, input), input.key_id)),
  'keys.rotate': define(ofKey.extend(RotateApiKeyRequest.shape), async (deps, input) =>
    rotateApiKey(deps, await agentOfKey(deps, input), input.key_id, input.old_key_lives),
  ),
  'workspaces.list': define(z.strictObject({}), (deps) => listWorkspaces(deps.database)),
  'workspaces.create': define(
    z.strictObject({
      name: OneLineName,
      plan,
      environment: z.enum(['live', 'test']).default('live'),
    }),
    (deps, input) => deps.database.transaction((tx) => createWorkspace(tx, deps, actor, input)),
  ),
  'workspaces.set-plan': define(z.strictObject({ workspace_id: z.string(), plan }), async (deps, input) =>
    changedWorkspace(deps, input.workspace_id, { plan: input.plan }),
  ),
  'workspaces.set-writer': define(
    z.strictObject({ workspace_id: z.string(), writer: z.enum(writerNames) }),
    async (deps, { workspace_id, writer }) => changedWorkspace(deps, workspace_id, { writer }),
  ),
  'webhooks.secret': define(z.strictObject(inWorkspace), async (deps, input) => {
    const { workspace_id } = await agentIn(deps, input.workspace_id)
    return deps.database.inWorkspace(workspace_id, async (tx) =>
      presentSecrets(await activeSecrets(deps, tx, workspace_id)),
    )
  }),
  'webhooks.rotate-secret': define(RotateWebhookSecretRequest.extend(inWorkspace), async (deps, input) => {
    const { workspace_id } = await agentIn(deps, input.workspace_id)
    return deps.database.inWorkspace(workspace_id, async (tx) => {
      const secrets = await rotateSecret(deps, tx, workspace_id, input.old_secret_lives)
      await recordAudit(tx, deps.keyring, deps.clock(), { workspace_id, actor, action: 'webhook_secret.rotated' })
      return presentSecrets(secrets)
    })
  }),
  'encryption.rotate': define(z.strictObject({}), (deps) => rotateEncryption(deps, actor)),
  'audit.verify': define(z.strictObject(inWorkspace), async (deps, { workspace_id }) => {
    const ids = workspace_id ? [workspace_id] : (await listWorkspaces(deps.database)).map((workspace) => workspace.id)
    const verdicts = []
    for (const id of ids) verdicts.push(await verifyAuditChain(deps.database, deps.keyring, id))
    return verdicts
  }),
  'setup.token': define(z.strictObject({}), (deps) =>
    deps.database.transaction(async (tx) => {
      if (await isSetupComplete(tx)) throw new AdminError('The set-up is complete: there is no link any more.')
      return (await findSetupToken(tx, deps.data_dir)) ?? (await createSetupToken(tx, deps.clock(), deps.data_dir))
    }),
  ),
} as const

export type AdminCommandName = keyof typeof adminCommands
export type AdminInput<Name extends AdminCommandName> = z.input<(typeof adminCommands)[Name]['input']>
export type AdminResult<Name extends AdminCommandName> = Awaited<ReturnType<(typeof adminCommands)[Name]['run']>>

/** Checks the input and runs a command. @throws AdminError for what the operator can mend, and what the verb throws */
export async function runAdminCommand(deps: AdminDeps, name: string, input: unknown): Promise<unknown> {
  if (!Object.hasOwn(adminCommands, name)) throw new AdminError(`This server knows no command ${name}.`)
  const command = adminCommands[name as AdminCommandName]
  const parsed = (command.input as z.ZodType).safeParse(input)
  if (!parsed.success)
    throw new AdminError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  return (command.run as (deps: AdminDeps, input: unknown) => Promise<unknown>)(deps, parsed.data)
}

/** The workspace asked for, or the only one there is. */
async function agentIn(deps: AdminDeps, workspace_id: string | undefined): Promise<KeyAgent> {
  const known = await listWorkspaces(deps.database)
  if (known.length === 0)
    throw new AdminError(
      'There is no workspace yet: start the server once, or make one with `innohire workspaces create`.',
    )
  const found = workspace_id ? known.find(({ id }) => id === workspace_id) : known.length === 1 ? known[0] : undefined
  if (found) return { workspace_id: found.id, actor }
  const list = known.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
  throw new AdminError(
    `${workspace_id ? `There is no workspace ${workspace_id}` : 'Say which one with --workspace'}:\n${list}`,
  )
}

/** The workspace of a key, which the operator need not know. */
async function agentOfKey(
  deps: AdminDeps,
  input: { key_id: string; workspace_id?: string | undefined },
): Promise<KeyAgent> {
  const [row] = await deps.database.transaction((tx) =>
    tx.select({ workspace_id: apiKeys.workspace_id }).from(apiKeys).where(eq(apiKeys.id, input.key_id)),
  )
  if (row === undefined || (input.workspace_id && input.workspace_id !== row.workspace_id))
    throw new AdminError(`There is no API key ${input.key_id}. See \`innohire keys list\`.`)
  return { workspace_id: row.workspace_id, actor }
}

async function changedWorkspace(deps: AdminDeps, workspace_id: string, changes: Parameters<typeof changeWorkspace>[3]) {
  const workspace = await changeWorkspace(deps, actor, workspace_id, changes)
  if (workspace === undefined) throw new AdminError(`There is no workspace ${workspace_id}.`)
  return workspace
}
