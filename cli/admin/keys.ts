import { type ApiKey, type CreatedApiKey, type RotateApiKeyRequest, type Scope, scopes } from '@innohire/contract'
import { generateKey } from '@innohire/server/admin/generate-key.ts'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { z } from 'zod'
import { listTable } from './list-table.ts'
import { withAdmin } from './with-admin.ts'

const workspaceOption = () => new Option('-w, --workspace <id>', 'the workspace, where there are several')
const jsonOption = () => new Option('--json', 'print JSON')

interface CreateOptions {
  name: string
  scope?: Scope[]
  rateLimit?: number
  cidr?: string[]
  expires?: string
  workspace?: string
  json?: true
}

/** `innohire keys`: works while the server runs and while it does not. */
export function keysCommand(): Command {
  const keys = new Command('keys').description('Create, list, rotate and revoke API keys')
  keys
    .command('create')
    .description('Create an API key; its text is shown this once')
    .requiredOption('-n, --name <name>', 'what the key is for')
    .addOption(
      new Option('-s, --scope <scope...>', 'what it may do; default: all that neither deletes nor administers').choices(
        scopes,
      ),
    )
    .option('--rate-limit <n>', 'requests a minute, where lower than that of the plan', parseCount)
    .option('--cidr <range...>', 'addresses that it may be used from, such as 203.0.113.0/24')
    .option('--expires <when>', 'a time such as 2027-01-31T00:00:00Z, or a span such as 12h or 90d', parseExpiry)
    .addOption(workspaceOption())
    .addOption(jsonOption())
    .action((options: CreateOptions) =>
      withAdmin(async (admin) => {
        const key = await admin.call('keys.create', {
          name: options.name,
          ...(options.scope ? { scopes: options.scope } : {}),
          ...(options.rateLimit === undefined ? {} : { rate_limit_per_min: options.rateLimit }),
          ...(options.cidr ? { allowed_cidrs: options.cidr } : {}),
          ...(options.expires === undefined ? {} : { expires_at: options.expires }),
          ...(options.workspace ? { workspace_id: options.workspace } : {}),
        })
        showNewKey(key, options.json)
      }),
    )
  keys
    .command('generate')
    .description('Print a new key for INNOHIRE_BOOTSTRAP_API_KEY; nothing is stored')
    .addOption(new Option('--environment <kind>').choices(['live', 'test']).default('live'))
    .action((options: { environment: 'live' | 'test' }) => console.log(generateKey(options.environment)))
  keys
    .command('list')
    .description('List the API keys of a workspace, newest first')
    .addOption(workspaceOption())
    .addOption(jsonOption())
    .action((options: { workspace?: string; json?: true }) =>
      withAdmin(async (admin) => {
        const found: ApiKey[] = []
        let cursor: string | null = null
        do {
          const page: { data: ApiKey[]; next_cursor: string | null } = await admin.call('keys.list', {
            ...(options.workspace ? { workspace_id: options.workspace } : {}),
            ...(cursor ? { cursor } : {}),
          })
          found.push(...page.data)
          cursor = page.next_cursor
        } while (cursor !== null)
        console.log(options.json ? JSON.stringify(found, null, 2) : describeKeys(found, new Date()))
      }),
    )
  keys
    .command('rotate')
    .description('Replace a key by a new one with the same name, scopes and limits')
    .argument('<key_id>')
    .addOption(
      new Option('--old-key-lives <time>', 'how much longer the old key works')
        .choices(['now', '1h', '24h', '7d'])
        .default('24h'),
    )
    .addOption(jsonOption())
    .action(
      (key_id: string, options: { oldKeyLives: z.infer<typeof RotateApiKeyRequest>['old_key_lives']; json?: true }) =>
        withAdmin(async (admin) => {
          showNewKey(await admin.call('keys.rotate', { key_id, old_key_lives: options.oldKeyLives }), options.json)
        }),
    )
  keys
    .command('revoke')
    .description('End a key, in force within a second')
    .argument('<key_id>')
    .action((key_id: string) =>
      withAdmin(async (admin) => {
        const key = await admin.call('keys.revoke', { key_id })
        console.log(`${key.id} (${key.hint}) is revoked.`)
      }),
    )
  return keys
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Give a whole number from 1.')
}

const spans: Record<string, number> = { h: 3_600_000, d: 86_400_000 }

function parseExpiry(text: string): string {
  const span = /^(\d{1,5})([hd])$/.exec(text)
  const at = span ? Date.now() + Number(span[1]) * spans[span[2]!]! : Date.parse(text)
  if (Number.isNaN(at)) throw new InvalidArgumentError('Give a time such as 2027-01-31T00:00:00Z, or 12h or 90d.')
  return new Date(at).toISOString()
}

function showNewKey(key: CreatedApiKey, json: true | undefined): void {
  if (json) console.log(JSON.stringify(key, null, 2))
  else {
    console.log(key.key)
    // The text alone goes to standard output, so that a script can take it.
    console.error(`${key.id} "${key.name}", ${key.scopes.join(' ')}. The key is shown this once: keep it safe.`)
  }
}

function describeKeys(keys: readonly ApiKey[], now: Date): string {
  if (keys.length === 0) return 'There are no keys.'
  const day = (text: string | null) => text?.slice(0, 10) ?? '-'
  const rows = keys.map((key) => [
    key.id,
    key.name,
    key.hint,
    stateOf(key, now),
    day(key.last_used_at),
    key.scopes.join(' '),
  ])
  return listTable(['ID', 'Name', 'Key', 'State', 'Last used', 'Scopes'], rows)
}

function stateOf(key: ApiKey, now: Date): string {
  if (key.revoked_at) return 'revoked'
  if (key.expires_at && Date.parse(key.expires_at) <= now.getTime()) return 'expired'
  if (key.exposed_over_http_at) return 'SENT IN CLEAR: rotate it'
  return key.expires_at ? `until ${key.expires_at.slice(0, 16)}Z` : 'active'
}
