import type { WebhookSecret } from '@innohire/contract'
import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { ulid } from 'ulid'
import { openColumn, sealColumn } from '../crypto/sealed-column.ts'
import type { Transaction } from '../db/open.ts'
import { webhookSecrets } from '../db/schema.ts'
import type { WebhookDeps } from './deps.ts'
import { createWebhookSecret } from './signature.ts'

interface Secret {
  id: string
  secret: string
  created_at: Date
  expires_at: Date | null
}
type Deps = Pick<WebhookDeps, 'keyring' | 'clock'>
const placeOf = (id: string) => ({ table: 'webhook_secrets', row_id: id })
const hours = { now: 0, '1h': 1, '24h': 24, '7d': 168 }

/** The secrets that sign now, newest first: one, or two during a rotation. The first use makes one. */
export async function activeSecrets(deps: Deps, tx: Transaction, workspace_id: string): Promise<Secret[]> {
  const found = await findActive(deps, tx, workspace_id)
  if (found.length > 0) return found
  // Two first uses at once agree on one secret.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`webhook secret ${workspace_id}`}, 0))`)
  const again = await findActive(deps, tx, workspace_id)
  return again.length > 0 ? again : [await insertSecret(deps, tx, workspace_id)]
}

/** Makes a new secret; the one before signs beside it for a while, older ones end. */
export async function rotateSecret(
  deps: Deps,
  tx: Transaction,
  workspace_id: string,
  old_secret_lives: keyof typeof hours,
): Promise<Secret[]> {
  const [last, ...older] = await activeSecrets(deps, tx, workspace_id)
  const expires_at = new Date(deps.clock().getTime() + hours[old_secret_lives] * 3_600_000)
  await tx.update(webhookSecrets).set({ expires_at }).where(eq(webhookSecrets.id, last!.id))
  for (const { id } of older) await tx.delete(webhookSecrets).where(eq(webhookSecrets.id, id))
  const fresh = await insertSecret(deps, tx, workspace_id)
  return hours[old_secret_lives] === 0 ? [fresh] : [fresh, { ...last!, expires_at }]
}

export const presentSecrets = ([newest, previous]: readonly Secret[]): WebhookSecret => ({
  secret: newest!.secret,
  created_at: newest!.created_at.toISOString(),
  previous: previous ? { secret: previous.secret, expires_at: previous.expires_at!.toISOString() } : null,
})

async function findActive({ keyring, clock }: Deps, tx: Transaction, workspace_id: string): Promise<Secret[]> {
  const isActive = or(isNull(webhookSecrets.expires_at), gt(webhookSecrets.expires_at, clock()))
  const rows = await tx
    .select()
    .from(webhookSecrets)
    .where(and(eq(webhookSecrets.workspace_id, workspace_id), isActive))
    .orderBy(desc(webhookSecrets.created_at), desc(webhookSecrets.id))
    .limit(2)
  const secrets: Secret[] = []
  for (const { id, secret_sealed, created_at, expires_at } of rows) {
    const secret = await openColumn(keyring, tx, workspace_id, placeOf(id), secret_sealed)
    secrets.push({ id, secret: secret.toString(), created_at, expires_at })
  }
  return secrets
}

async function insertSecret({ keyring, clock }: Deps, tx: Transaction, workspace_id: string): Promise<Secret> {
  const created_at = clock()
  const id = `whs_${ulid(created_at.getTime()).toLowerCase()}`
  const secret = createWebhookSecret()
  const secret_sealed = await sealColumn(keyring, tx, workspace_id, placeOf(id), secret)
  await tx.insert(webhookSecrets).values({ id, workspace_id, secret_sealed, created_at })
  return { id, secret, created_at, expires_at: null }
}
