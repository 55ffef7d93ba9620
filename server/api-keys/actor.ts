import type { PlanName, Scope, WriterName } from '@innohire/contract'

/** Who asks: the key that was shown and the workspace it belongs to. */
export interface Actor {
  workspace: { id: string; plan: PlanName; writer: WriterName }
  api_key: { id: string; name: string; scopes: Scope[]; rate_limit_per_min: number | null; hint: string }
}
