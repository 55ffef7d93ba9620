import type { Deps } from '../context.ts'

/** What webhooks stand on. */
export type WebhookDeps = Pick<Deps, 'database' | 'keyring' | 'clock' | 'log' | 'queue' | 'egress'>
