import type { WebhookSecret } from '@innohire/contract'
import { Command, Option } from 'commander'
import { withAdmin } from './with-admin.ts'

const workspaceOption = () => new Option('-w, --workspace <id>', 'the workspace, where there are several')
const jsonOption = () => new Option('--json', 'print JSON')

interface Options {
  workspace?: string
  json?: true
}

/** `innohire webhooks`: the secret that signs webhooks. */
export function webhooksCommand(): Command {
  const webhooks = new Command('webhooks').description('Show and rotate the secret that signs webhooks')
  webhooks
    .command('secret')
    .description('Print the secret that signs the webhooks of a workspace')
    .addOption(workspaceOption())
    .addOption(jsonOption())
    .action((options: Options) =>
      withAdmin(async (admin) => showSecret(await admin.call('webhooks.secret', workspaceOf(options)), options.json)),
    )
  webhooks
    .command('rotate-secret')
    .description('Make a new secret and print it; for a while the old one signs beside it')
    .addOption(
      new Option('--old-secret-lives <time>', 'how much longer the old secret signs')
        .choices(['now', '1h', '24h', '7d'])
        .default('24h'),
    )
    .addOption(workspaceOption())
    .addOption(jsonOption())
    .action((options: Options & { oldSecretLives: 'now' | '1h' | '24h' | '7d' }) =>
      withAdmin(async (admin) => {
        const input = { ...workspaceOf(options), old_secret_lives: options.oldSecretLives }
        showSecret(await admin.call('webhooks.rotate-secret', input), options.json)
      }),
    )
  return webhooks
}

const workspaceOf = ({ workspace }: Options) => (workspace ? { workspace_id: workspace } : {})

function showSecret(secret: WebhookSecret, json: true | undefined): void {
  // The text alone goes to standard output, so that a script can take it.
  console.log(json ? JSON.stringify(secret, null, 2) : secret.secret)
  if (secret.previous && !json) console.error(`The secret before it signs as well until ${secret.previous.expires_at}.`)
}
