import { z } from 'zod'
import { Finding } from './common.ts'
import { Candidate, Requirement } from './evaluate.ts'

export const JobStatus = z.enum(['queued', 'processing', 'completed', 'failed'])

/** GET /v1/jobs/{job_id}: a stored evaluation or a bulk screening. */
export const Job = z
  .object({
    job_id: z.string(),
    status: JobStatus,
    progress: z.int().min(0).max(100),
    candidates: z.array(Candidate).meta({ description: 'As in the response of POST /v1/evaluate.' }),
    evaluated_at: z.iso.datetime().optional(),
    requirements: z.array(Requirement).optional(),
    warnings: z.array(Finding).optional(),
    engine_version: z.string().optional(),
    as_of: z.string().optional(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>
