// A child process for tests: opens the embedded database of DATA_DIR, as the server does, and writes rows until it is
// killed; prints `row <n>` only after the commit of row n, and `serving` once it takes the operator's commands.

import { serveAdmin } from '../admin/serve.ts'
import { openKeyring } from '../crypto/keyring.ts'
import { masterKeySource } from '../crypto/master-keys.ts'
import { openDatabase } from '../db/open.ts'
import { workspaces } from '../db/schema.ts'
import { bootstrap } from '../workspaces/bootstrap.ts'

const data_dir = process.env.DATA_DIR!
const database = await openDatabase({ data_dir })
const keyring = await openKeyring(database, masterKeySource({ DATA_DIR: data_dir }))
const deps = { database, keyring, clock: () => new Date(), data_dir }
await bootstrap(deps, { data_dir, plan: 'pro' })
await serveAdmin(deps)
process.stdout.write('serving\n')
if (process.env.WRITE === 'rows')
  for (let n = 0; ; n++) {
    const row = { id: `ws_${process.pid}_${n}`, name: 'row', plan: 'pro' as const, created_at: new Date() }
    await database.transaction((tx) => tx.insert(workspaces).values(row))
    process.stdout.write(`row ${row.id}\n`)
  }
else setInterval(() => {}, 60_000)
