import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../db/open.ts'
import { setup } from '../db/schema.ts'

const name = 'setup_token_sha256'
const fileOf = (data_dir: string) => join(data_dir, 'setup-token')
const digest = (token: string) => createHash('sha256').update(token).digest('hex')

/** A new token that opens the set-up of the dashboard once; the one before is void. Kept 0600 in DATA_DIR/setup-token. */
export async function createSetupToken(tx: Transaction, at: Date, data_dir: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const fact = { value: digest(token), updated_at: at }
  await tx
    .insert(setup)
    .values({ name, ...fact })
    .onConflictDoUpdate({ target: setup.name, set: fact })
  mkdirSync(data_dir, { recursive: true, mode: 0o700 })
  rmSync(fileOf(data_dir), { force: true })
  writeFileSync(fileOf(data_dir), `${token}\n`, { mode: 0o600 })
  return token
}

/** True for the token that was made last, as long as the set-up is not complete. */
export async function isSetupToken(tx: Transaction, token: string): Promise<boolean> {
  const [row] = await tx.select().from(setup).where(eq(setup.name, name))
  return row !== undefined && timingSafeEqual(Buffer.from(digest(token)), Buffer.from(row.value))
}

/** The token in DATA_DIR where it is still the valid one. */
export async function findSetupToken(tx: Transaction, data_dir: string): Promise<string | undefined> {
  let token: string
  try {
    token = readFileSync(fileOf(data_dir), 'utf8').trim()
  } catch {
    return undefined
  }
  return (await isSetupToken(tx, token)) ? token : undefined
}

/** Ends the set-up: from now on no token opens it. */
export async function completeSetup(tx: Transaction, at: Date, data_dir: string): Promise<void> {
  const fact = { value: '-'.repeat(64), updated_at: at }
  await tx
    .insert(setup)
    .values({ name, ...fact })
    .onConflictDoUpdate({ target: setup.name, set: fact })
  rmSync(fileOf(data_dir), { force: true })
}

/** Whether the set-up of the dashboard was completed. */
export async function isSetupComplete(tx: Transaction): Promise<boolean> {
  const [row] = await tx.select().from(setup).where(eq(setup.name, name))
  return row?.value.startsWith('-') === true
}
