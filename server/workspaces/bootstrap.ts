import { type PlanName, scopes } from '@innohire/contract'
import { sql } from 'drizzle-orm'
import { issueApiKey } from '../api-keys/create-api-key.ts'
import type { KeyDeps } from '../api-keys/key-deps.ts'
import { parseKey } from '../api-keys/key-format.ts'
import { workspaces } from '../db/schema.ts'
import { createSetupToken } from '../setup/setup-token.ts'
import { createWorkspace } from './create-workspace.ts'
import type { Workspace } from './present-workspace.ts'

/** Held while the first workspace is made, so that processes which start together make one. */
const bootstrapLock = 7_166_003

export interface BootstrapSettings {
  data_dir: string
  /** Of the first workspace. */
  plan: PlanName
  /** The first key, where the operator brings it; else one is made. */
  api_key?: string | undefined
}

export interface Bootstrapped {
  workspace: Workspace
  /** To be printed this once; undefined where the operator brought it and so has it. */
  api_key: string | undefined
  /** Opens the set-up of the dashboard; also in DATA_DIR/setup-token. */
  setup_token: string
}

/** INNOHIRE_BOOTSTRAP_API_KEY is not an API key. The message never has its value. */
export class BootstrapKeyError extends Error {
  override name = 'BootstrapKeyError'
}

/**
 * On an empty database: makes one workspace, one key with all scopes and the set-up token. On any other: nothing, and
 * undefined.
 * @throws BootstrapKeyError on an empty database, for a key without the form or the checksum of one
 */
export function bootstrap(deps: KeyDeps, settings: BootstrapSettings): Promise<Bootstrapped | undefined> {
  return deps.database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${bootstrapLock})`)
    const found = await tx.select({ id: workspaces.id }).from(workspaces).limit(1)
    if (found.length > 0) return undefined
    const environment = settings.api_key === undefined ? 'live' : parseKey(settings.api_key)
    if (environment === undefined)
      throw new BootstrapKeyError(
        'INNOHIRE_BOOTSTRAP_API_KEY is not an API key: it must be ih_live_ or ih_test_, 32 characters 0-9A-Za-z and 6 of ' +
          'checksum. Make one with `npx innohire keys generate`, or leave the setting out to have one made and printed.',
      )
    const actor = 'bootstrap'
    const workspace = await createWorkspace(tx, deps, actor, { name: 'Default', plan: settings.plan, environment })
    const grants = { scopes: [...scopes], rate_limit_per_min: null, allowed_cidrs: [], expires_at: null }
    const agent = { workspace_id: workspace.id, actor }
    const { key } = await issueApiKey(tx, deps, agent, 'First key', grants, settings.api_key)
    const setup_token = await createSetupToken(tx, deps.clock(), settings.data_dir)
    return { workspace, api_key: settings.api_key === undefined ? key : undefined, setup_token }
  })
}
