import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Engine, Transaction } from './open.ts'

/** The one folder of migrations, for both engines. */
export const migrationsFolder = join(import.meta.dirname, 'drizzle')

/**
 * Sets up row security for a superuser, whom no policy binds: such a connection acts as the role `innohire_app` in the
 * transactions of a workspace. Other users are bound as they are, by FORCE ROW LEVEL SECURITY.
 * @returns whether the connection's user is a superuser
 */
export async function prepareRole(db: Engine['db']): Promise<boolean> {
  const found = await db.execute<{ passes: boolean }>(
    sql`select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`,
  )
  if (found.rows[0]?.passes !== true) return false
  // Roles belong to the whole server: another database's first start may be making it right now.
  await db.execute(sql`
    do $$ begin
      create role innohire_app nologin;
    exception when duplicate_object or unique_violation then null;
    end $$`)
  await db.transaction(async (tx) => {
    // A superuser may act as any role. Granting again would collide with other databases that start at the same time.
    const member = await tx.execute<{ is_member: boolean }>(
      sql`select pg_has_role(current_user, 'innohire_app', 'member') as is_member`,
    )
    if (member.rows[0]?.is_member !== true) await tx.execute(sql`grant innohire_app to current_user`)
    await grantSchema(tx, 'public')
    await tx.execute(sql`revoke update, delete on audit_log from innohire_app`)
    await tx.execute(sql`revoke all on server_secrets, setup from innohire_app`)
  })
  return true
}

/** Lets the transactions of a workspace use the tables of a schema, those that are made later too. */
export async function grantSchema(tx: Transaction, schema: string): Promise<void> {
  const name = sql.identifier(schema)
  const rights = sql`select, insert, update, delete`
  await tx.execute(sql`grant usage on schema ${name} to innohire_app`)
  await tx.execute(sql`grant ${rights} on all tables in schema ${name} to innohire_app`)
  await tx.execute(sql`alter default privileges in schema ${name} grant ${rights} on tables to innohire_app`)
}
