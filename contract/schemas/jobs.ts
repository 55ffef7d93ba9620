import { z } from 'zod'
import { Finding } from './common.ts'
import { Candidate, Requirement } from './evaluate.ts'

export const JobStatus = z.enum(['queued', 'processing', 'completed', 'failed'])

/** Why a resume of a bulk job has no evaluation: the codes of the 422 answers, and these. */
export const failureCodes = [
  'corrupt_file',
  'unsupported_file_type',
  'encrypted_file',
  'file_too_large',
  'empty_document',
  'download_failed',
  'invalid_url',
  'url_not_allowed',
  'processing_crashed',
  'processing_timeout',
  'internal_error',
  'cancelled',
] as const
export type FailureCode = (typeof failureCodes)[number]

export const JobFailure = z
  .object({
    id: z.string(),
    url: z.string().nullable().meta({ description: 'Without its query; null for an uploaded file.' }),
    code: z.enum(failureCodes),
    message: z.string(),
  })
  .meta({ id: 'JobFailure', description: 'A resume of a bulk job that could not be evaluated.' })
export type JobFailure = z.infer<typeof JobFailure>

export const JobCounts = z
  .object({ total: z.int(), succeeded: z.int(), failed: z.int() })
  .meta({ id: 'JobCounts', description: 'Resumes of the job; those that wait are neither succeeded nor failed.' })

/** GET /v1/jobs/{job_id}: a stored evaluation or a bulk screening. */
export const Job = z
  .object({
    job_id: z.string(),
    status: JobStatus.meta({ description: '`failed` only when no resume could be evaluated.' }),
    progress: z.int().min(0).max(100),
    candidates: z.array(Candidate).meta({
      description: 'As in the response of POST /v1/evaluate. While a bulk job runs: those that are finished, ranked.',
    }),
    failures: z.array(JobFailure).optional(),
    counts: JobCounts.optional(),
    eta_seconds: z.int().min(0).optional().meta({ description: 'While a bulk job runs: seconds until it is done.' }),
    evaluated_at: z.iso.datetime().optional(),
    requirements: z.array(Requirement).optional(),
    warnings: z.array(Finding).optional(),
    engine_version: z.string().optional(),
    as_of: z.string().optional(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

export const JobSummary = z
  .object({
    job_id: z.string(),
    type: z.enum(['evaluation', 'bulk_screening']),
    status: JobStatus,
    progress: z.int().min(0).max(100),
    counts: JobCounts,
    created_at: z.iso.datetime(),
    finished_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'JobSummary' })
export type JobSummary = z.infer<typeof JobSummary>

export const JobList = z
  .object({
    object: z.literal('list'),
    data: z.array(JobSummary),
    has_more: z.boolean(),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: 'JobList' })
export type JobList = z.infer<typeof JobList>

export const DeletedJob = z.object({ job_id: z.string(), deleted: z.literal(true) }).meta({ id: 'DeletedJob' })
export type DeletedJob = z.infer<typeof DeletedJob>
