import { Command } from 'commander'
import { CliError } from '../cli-error.ts'
import { withAdmin } from './with-admin.ts'

/** `innohire audit verify`. */
export function auditCommand(): Command {
  const audit = new Command('audit').description('The audit log')
  audit
    .command('verify')
    .description('Recompute the chain of the audit log; exit code 1 where an entry was changed or removed')
    .option('-w, --workspace <id>', 'only this workspace')
    .action((options: { workspace?: string }) =>
      withAdmin(async (admin) => {
        const verdicts = await admin.call('audit.verify', options.workspace ? { workspace_id: options.workspace } : {})
        for (const { workspace_id, is_intact, entries, broken_at } of verdicts)
          console.log(`${workspace_id}  ${is_intact ? `intact, ${entries} entries` : `BROKEN at entry ${broken_at}`}`)
        if (verdicts.some((verdict) => !verdict.is_intact)) throw new CliError('The audit log was tampered with.')
      }),
    )
  return audit
}
