import { z } from 'zod'
import { limits } from '../limits.ts'
import { Day, nonBlank } from './common.ts'

/** A URL as text; which hosts may be reached is the server's decision, at submit and at each connection. */
const HttpUrl = z.string().min(1).max(limits.url_characters)

export const BulkScreenRequest = z
  .strictObject({
    job_description: nonBlank('The job description'),
    resume_urls: z.array(HttpUrl).min(1, { error: 'Send at least one URL.' }),
    webhook_url: HttpUrl.optional(),
    as_of: Day.optional(),
  })
  .meta({ id: 'BulkScreenRequest' })
export type BulkScreenRequest = z.infer<typeof BulkScreenRequest>

export const BulkScreenResponse = z
  .object({
    job_id: z.string(),
    status: z.literal('queued'),
    estimated_completion_seconds: z.int().min(1),
  })
  .meta({ id: 'BulkScreenResponse' })
export type BulkScreenResponse = z.infer<typeof BulkScreenResponse>
