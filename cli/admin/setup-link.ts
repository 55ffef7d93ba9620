import { readConfig } from '@innohire/server/admin/settings.ts'
import { Command } from 'commander'
import { withAdmin } from './with-admin.ts'

/** `innohire setup-link`: the link of the first start once more. */
export const setupLinkCommand = (): Command =>
  new Command('setup-link').description('Show the link that sets up the dashboard; it works once').action(() =>
    withAdmin(async (admin) => {
      const { PORT } = readConfig(process.env)
      console.log(`https://localhost:${PORT}/setup?token=${await admin.call('setup.token', {})}`)
    }),
  )
