import type { Job, TestWebhookResult } from '@innohire/contract'
import { checkUrl } from '../http/check-url.ts'
import { newMessageId } from './create-delivery.ts'
import type { WebhookDeps } from './deps.ts'
import { activeSecrets } from './secrets.ts'
import { sendAttempt } from './send-attempt.ts'

/** Sends a sample job to a URL, once, and tells what came back. @throws ApiError for a URL that is refused */
export async function sendTest(deps: WebhookDeps, workspace_id: string, url: string): Promise<TestWebhookResult> {
  checkUrl(deps.egress, url, 'url', 'webhook_url_not_allowed')
  const secrets = await deps.database.inWorkspace(workspace_id, (tx) => activeSecrets(deps, tx, workspace_id))
  const at = deps.clock()
  const id = newMessageId(at)
  const message = { id, event: 'webhook.test' as const, attempt: 1, url, body: JSON.stringify(sampleJob) }
  const result = await sendAttempt(
    deps.egress,
    secrets.map(({ secret }) => secret),
    message,
    at,
  )
  const { is_delivered: delivered, status, latency_ms, error, answer } = result
  return { message_id: id, delivered, status, latency_ms, error, answer }
}

/** A finished job with nothing in it, in the shape of a real one. */
const sampleJob: Job = {
  job_id: 'bulk_00000000000000000000000000',
  status: 'completed',
  progress: 100,
  candidates: [],
  failures: [],
  counts: { total: 0, succeeded: 0, failed: 0 },
}
