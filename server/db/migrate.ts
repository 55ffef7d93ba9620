import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Engine } from './open.ts'

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
  await db.execute(sql`grant innohire_app to current_user`)
  await db.execute(sql`grant usage on schema public to innohire_app`)
  await db.execute(sql`grant select, insert, update, delete on all tables in schema public to innohire_app`)
  await db.execute(sql`revoke update, delete on audit_log from innohire_app`)
  await db.execute(sql`revoke all on server_secrets, setup from innohire_app`)
  return true
}
