import type { z } from 'zod'

/**
 * A kind of background work. Its name is a written string, so that renaming code orphans nothing; its payload holds ids
 * only, and later fields of it are optional, for tasks that are already queued.
 */
export interface Task<Payload extends object> {
  name: string
  payload: z.ZodType<Payload>
  /** Tries before the task is given up, crashes of workers among them. */
  retry_limit: number
  /** Wait before the second try; it doubles with each further one, up to `retry_delay_max_seconds`. */
  retry_delay_seconds: number
  retry_delay_max_seconds: number
  /** A try that takes longer is taken from its worker. */
  expire_seconds: number
}

/** Names a kind of background work and the shape of its payload. */
export const defineTask = <Payload extends object>(task: Task<Payload>): Task<Payload> => task
