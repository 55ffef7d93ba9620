import { execFile } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { forEachDatabase } from '../testing/databases.ts'
import { temporaryDirectory } from '../testing/temporary-directory.ts'

const root = join(import.meta.dirname, '../..')

it('has a migration for everything in schema.ts', async () => {
  const out = join(temporaryDirectory(), 'drizzle')
  cpSync(join(import.meta.dirname, 'drizzle'), out, { recursive: true })
  const before = readdirSync(out)
  const kit = join(root, 'node_modules/drizzle-kit/bin.cjs')
  const schema = ['--schema', './server/db/schema.ts', '--out', relative(root, out)]
  await promisify(execFile)(process.execPath, [kit, 'generate', '--dialect', 'postgresql', ...schema], { cwd: root })
  expect(readdirSync(out)).toEqual(before)
})

forEachDatabase('the schema', (open) => {
  it('guards every table that has a workspace with forced row security and a policy', async () => {
    const database = await open()
    const tables = await database.transaction((tx) =>
      tx.execute<{ name: string; guarded: boolean }>(sql`
        select c.relname as name, c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = c.oid) as guarded
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`),
    )
    expect(tables.rows.length).toBeGreaterThanOrEqual(6)
    expect(tables.rows.filter((table) => !table.guarded)).toEqual([])
  })

  it('keeps the secrets of the installation from the transactions of workspaces', async () => {
    const database = await open()
    for (const table of ['server_secrets', 'setup']) {
      const reading = database.inWorkspace('ws_any', (tx) => tx.execute(sql`select * from ${sql.identifier(table)}`))
      await expect(reading).rejects.toMatchObject({ cause: { code: '42501' } })
    }
  })
})
