import type { ApiKeyList } from '@innohire/contract'
import type { z } from 'zod'
import { decodeCursor, encodeCursor } from '../pagination/cursor.ts'
import type { KeyAgent, KeyDeps } from './key-deps.ts'
import { presentApiKey } from './present-api-key.ts'
import { selectApiKeys } from './store.ts'

/** A page of the workspace's keys, newest first, revoked ones too. @throws ApiError for a cursor that is not ours */
export async function listApiKeys(
  deps: KeyDeps,
  agent: Pick<KeyAgent, 'workspace_id'>,
  query: { limit: number; cursor?: string | undefined },
): Promise<z.infer<typeof ApiKeyList>> {
  const { workspace_id } = agent
  const purpose = `api_keys|${workspace_id}`
  const after = query.cursor === undefined ? undefined : decodeCursor(deps.keyring, purpose, query.cursor)
  const rows = await deps.database.inWorkspace(workspace_id, (tx) =>
    selectApiKeys(tx, workspace_id, query.limit + 1, after),
  )
  const page = rows.slice(0, query.limit)
  const has_more = rows.length > page.length
  return {
    object: 'list',
    data: page.map(presentApiKey),
    has_more,
    next_cursor: has_more ? encodeCursor(deps.keyring, purpose, page.at(-1)!) : null,
  }
}
