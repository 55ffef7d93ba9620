import { Command } from 'commander'
import { withAdmin } from './with-admin.ts'

/** `innohire encryption rotate`. */
export function encryptionCommand(): Command {
  const encryption = new Command('encryption').description('Keys that encrypt stored texts')
  encryption
    .command('rotate')
    .description('Wrap all data keys with a new encryption key, and use new data keys from now on')
    .action(() =>
      withAdmin(async (admin) => {
        const { master_fingerprint, rewrapped_keys, workspaces } = await admin.call('encryption.rotate', {})
        console.log(
          `${rewrapped_keys} keys are wrapped with the new key ${master_fingerprint}; ${workspaces} workspaces have new data keys.`,
        )
        console.log('Back up the new key: backups of the database made from now on need it.')
      }),
    )
  return encryption
}
