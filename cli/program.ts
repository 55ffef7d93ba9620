import { serverVersion } from '@innohire/contract'
import { Command } from 'commander'
import { auditCommand } from './admin/audit.ts'
import { doctorCommand } from './admin/doctor.ts'
import { encryptionCommand } from './admin/encryption.ts'
import { keysCommand } from './admin/keys.ts'
import { setupLinkCommand } from './admin/setup-link.ts'
import { webhooksCommand } from './admin/webhooks.ts'
import { workspacesCommand } from './admin/workspaces.ts'
import { evaluateCommand } from './evaluate/command.ts'

/** The `innohire` command with all that it can do. */
export function createProgram(): Command {
  const program = new Command('innohire')
    .description('Ranks resumes on this machine and runs an InnoHire server.')
    .version(serverVersion)
    .showHelpAfterError('(innohire --help shows what there is)')
  for (const command of [
    evaluateCommand(),
    keysCommand(),
    workspacesCommand(),
    webhooksCommand(),
    doctorCommand(),
    setupLinkCommand(),
    encryptionCommand(),
    auditCommand(),
  ])
    program.addCommand(command)
  throwInsteadOfExit(program)
  return program
}

/** So that one place decides about the exit code; commander does not hand the setting down to added commands. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride()
  for (const child of command.commands) throwInsteadOfExit(child as Command)
}
