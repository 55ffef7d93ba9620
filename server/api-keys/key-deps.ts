import type { AuditSource } from '../audit/record-audit.ts'
import type { Keyring } from '../crypto/keyring.ts'
import type { Database } from '../db/open.ts'

export interface KeyDeps {
  database: Database
  keyring: Keyring
  clock: () => Date
}

/** Who manages keys, and where. With `api_key_id` the agent is that key, which cannot grant more than it has. */
export interface KeyAgent extends AuditSource {
  workspace_id: string
  api_key_id?: string
}
