import { z } from 'zod'
import { defineTask } from '../tasks/define-task.ts'

const screening = { workspace_id: z.string(), screening_id: z.string() }

const item = {
  payload: z.object({ ...screening, position: z.int() }),
  // Crashes of workers and lost databases only: an item's own errors are counted on the item.
  retry_limit: 50,
  retry_delay_seconds: 1,
  retry_delay_max_seconds: 30,
  expire_seconds: 600,
}

/** Downloads, reads and evaluates one resume of a screening. */
export const evaluateScreeningItemTask = defineTask({ name: 'evaluate_screening_item', ...item })

/** The same for a resume under which workers crashed: with no other in work in its process. */
export const isolateScreeningItemTask = defineTask({ name: 'isolate_screening_item', ...item })

/** Puts the outcomes of a screening together and orders its webhook. */
export const finishScreeningTask = defineTask({
  name: 'finish_screening',
  payload: z.object(screening),
  retry_limit: 50,
  retry_delay_seconds: 1,
  retry_delay_max_seconds: 30,
  expire_seconds: 300,
})
