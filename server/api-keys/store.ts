import { idPatterns } from '@innohire/contract'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../db/open.ts'
import { apiKeys, workspaces } from '../db/schema.ts'
import { ApiError } from '../errors.ts'
import type { ApiKeyRow } from './present-api-key.ts'

const ofWorkspace = (workspace_id: string, key_id: string) =>
  and(eq(apiKeys.workspace_id, workspace_id), eq(apiKeys.id, key_id))

/** A key of the workspace, locked until the transaction ends. @throws ApiError api_key_not_found */
export async function getApiKeyForUpdate(tx: Transaction, workspace_id: string, key_id: string): Promise<ApiKeyRow> {
  const isId = idPatterns.api_key.test(key_id)
  const [row] = isId ? await tx.select().from(apiKeys).where(ofWorkspace(workspace_id, key_id)).for('update') : []
  if (row === undefined) throw new ApiError('api_key_not_found')
  return row
}

export async function findApiKey(
  tx: Transaction,
  workspace_id: string,
  key_id: string,
): Promise<ApiKeyRow | undefined> {
  const [row] = await tx.select().from(apiKeys).where(ofWorkspace(workspace_id, key_id))
  return row
}

/** Up to `limit` keys, newest first, after the position where one is given. */
export function selectApiKeys(
  tx: Transaction,
  workspace_id: string,
  limit: number,
  after: { created_at: Date; id: string } | undefined,
): Promise<ApiKeyRow[]> {
  const isAfter =
    after && sql`(${apiKeys.created_at}, ${apiKeys.id}) < (${after.created_at.toISOString()}::timestamptz, ${after.id})`
  return tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.workspace_id, workspace_id), isAfter))
    .orderBy(desc(apiKeys.created_at), desc(apiKeys.id))
    .limit(limit)
}

export async function insertApiKey(tx: Transaction, row: ApiKeyRow): Promise<ApiKeyRow> {
  const [inserted] = await tx.insert(apiKeys).values(row).returning()
  return inserted!
}

export async function updateApiKey(
  tx: Transaction,
  row: ApiKeyRow,
  changes: Partial<Pick<ApiKeyRow, 'revoked_at' | 'expires_at' | 'replaced_by'>>,
): Promise<ApiKeyRow> {
  const [updated] = await tx.update(apiKeys).set(changes).where(ofWorkspace(row.workspace_id, row.id)).returning()
  return updated!
}

/** Whether the keys of a workspace are live or test keys. */
export async function environmentOf(tx: Transaction, workspace_id: string): Promise<'live' | 'test'> {
  const [row] = await tx
    .select({ environment: workspaces.environment })
    .from(workspaces)
    .where(eq(workspaces.id, workspace_id))
  if (row === undefined) throw new Error(`No workspace ${workspace_id}`)
  return row.environment
}
