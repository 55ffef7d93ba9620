import { z } from 'zod'
import { defineTask } from '../tasks/define-task.ts'

/** Makes one attempt of a webhook delivery; the next one is a task of its own. */
export const deliverWebhookTask = defineTask({
  name: 'deliver_webhook',
  payload: z.object({ workspace_id: z.string(), message_id: z.string() }),
  // Crashes of workers and lost databases only: failed attempts follow the schedule.
  retry_limit: 50,
  retry_delay_seconds: 1,
  retry_delay_max_seconds: 30,
  expire_seconds: 120,
})
