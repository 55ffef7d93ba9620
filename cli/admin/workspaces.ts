import { type PlanName, planNames, type WriterName, writerNames } from '@innohire/contract'
import { Argument, Command, Option } from 'commander'
import { listTable } from './list-table.ts'
import { withAdmin } from './with-admin.ts'

/** `innohire workspaces`: tenants and their plans. */
export function workspacesCommand(): Command {
  const workspaces = new Command('workspaces').description('List and create workspaces, and set their plans')
  workspaces
    .command('list')
    .option('--json', 'print JSON')
    .action((options: { json?: true }) =>
      withAdmin(async (admin) => {
        const found = await admin.call('workspaces.list', {})
        const rows = found.map(({ id, name, plan, environment, created_at }) => [
          id,
          name,
          plan,
          environment,
          created_at.slice(0, 10),
        ])
        console.log(
          options.json ? JSON.stringify(found, null, 2) : listTable(['ID', 'Name', 'Plan', 'Keys', 'Created'], rows),
        )
      }),
    )
  workspaces
    .command('create')
    .requiredOption('-n, --name <name>', 'a name to know it by')
    .addOption(new Option('-p, --plan <plan>', 'its limits').choices(planNames).default('enterprise'))
    .addOption(
      new Option('--environment <kind>', 'whether its keys are ih_live_ or ih_test_')
        .choices(['live', 'test'])
        .default('live'),
    )
    .action((input: { name: string; plan: PlanName; environment: 'live' | 'test' }) =>
      withAdmin(async (admin) => console.log((await admin.call('workspaces.create', input)).id)),
    )
  workspaces
    .command('set-plan')
    .description('Move a workspace to another plan, in force within a second')
    .argument('<workspace_id>')
    .addArgument(new Argument('<plan>').choices(planNames))
    .action((workspace_id: string, plan: PlanName) =>
      withAdmin(async (admin) => {
        const changed = await admin.call('workspaces.set-plan', { workspace_id, plan })
        console.log(`${changed.id} "${changed.name}" is on the plan ${changed.plan}.`)
      }),
    )
  workspaces
    .command('set-writer')
    .description('Who words questions and outreach where a call does not say, in force within a second')
    .argument('<workspace_id>')
    .addArgument(new Argument('<writer>').choices(writerNames))
    .action((workspace_id: string, writer: WriterName) =>
      withAdmin(async (admin) => {
        const changed = await admin.call('workspaces.set-writer', { workspace_id, writer })
        console.log(`${changed.id} "${changed.name}" has the writer ${changed.writer}.`)
      }),
    )
  return workspaces
}
