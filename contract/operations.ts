import type { z } from 'zod'
import { type ErrorCode, errors } from './errors.ts'
import {
  ApiKey,
  ApiKeyList,
  CreateApiKeyRequest,
  CreatedApiKey,
  RotateApiKeyRequest,
  type Scope,
} from './schemas/api-keys.ts'
import { BulkScreenRequest, BulkScreenResponse, BulkScreenUpload } from './schemas/bulk-screen.ts'
import { PageQuery } from './schemas/common.ts'
import { EvaluateRequest, EvaluateResponse } from './schemas/evaluate.ts'
import { DeletedJob, Job, JobList, JobStatus } from './schemas/jobs.ts'
import { AnalyzeTranscriptRequest, AnalyzeTranscriptResponse } from './schemas/transcript.ts'
import {
  EnableWebhookEndpointRequest,
  RotateWebhookSecretRequest,
  TestWebhookRequest,
  TestWebhookResult,
  WebhookDelivery,
  WebhookDeliveryList,
  WebhookEndpoint,
  WebhookEndpointList,
  WebhookSecret,
} from './schemas/webhooks.ts'

/** One call of the API: what the server mounts, the OpenAPI document lists and the SDKs wrap. */
export interface Operation {
  id: string
  method: 'GET' | 'POST' | 'DELETE'
  /** OpenAPI form: `/v1/jobs/{job_id}`. */
  path: string
  summary: string
  description?: string
  tag: string
  scope: Scope
  request?: z.ZodType
  /** Fields of the same request as multipart/form-data; its files are the parts named `resumes`. */
  upload?: z.ZodObject
  query?: z.ZodObject
  success: {
    status: 200 | 201 | 202 | 204
    description: string
    schema?: z.ZodType
    /** Of an answer that is not JSON. */
    media_type?: 'text/event-stream'
  }
  /** Codes of its own; those that every call can answer are added by the document. */
  errors: ErrorCode[]
  /** A POST that takes Idempotency-Key. */
  isIdempotent?: boolean
}

/** Why a resume sent as a file may not be read. */
const fileErrors: ErrorCode[] = [
  'resume_parse_failed',
  'corrupt_file',
  'unsupported_file_type',
  'encrypted_file',
  'file_too_large',
  'empty_document',
  'processing_crashed',
  'processing_timeout',
]

/** Every mounted call. A test of the server holds this list against its routes, both ways. */
export const operations = {
  evaluate: {
    id: 'evaluate',
    method: 'POST',
    path: '/v1/evaluate',
    summary: 'Rank resumes against a job description',
    description:
      'Answers with a ranking, and for each candidate the evidence behind every judgement, the gaps and how grave they are, relevant years, screening questions, a Boolean search string and an outreach draft. Offsets count code points of the submitted text.',
    tag: 'Evaluation',
    scope: 'evaluate:write',
    request: EvaluateRequest,
    success: { status: 200, description: 'The ranking.', schema: EvaluateResponse },
    errors: ['plan_limit_exceeded', ...fileErrors, 'overloaded'],
    isIdempotent: true,
  },
  bulkScreen: {
    id: 'bulkScreen',
    method: 'POST',
    path: '/v1/bulk-screen',
    summary: 'Rank many resume files, from their URLs or uploaded',
    description:
      'Answers at once; poll GET /v1/jobs/{job_id}, follow its events, or give a webhook URL. A file that cannot be read is listed in the job and fails nothing else.',
    tag: 'Bulk screening',
    scope: 'bulk:write',
    request: BulkScreenRequest,
    upload: BulkScreenUpload,
    success: { status: 202, description: 'The job is stored and waits for its turn.', schema: BulkScreenResponse },
    errors: [
      'plan_limit_exceeded',
      'invalid_url',
      'url_not_allowed',
      'webhook_url_not_allowed',
      'file_too_large',
      'overloaded',
    ],
    isIdempotent: true,
  },
  getJob: {
    id: 'getJob',
    method: 'GET',
    path: '/v1/jobs/{job_id}',
    summary: 'Read a job and its results',
    description: 'A stored evaluation or a bulk screening. While it runs, Retry-After says when to ask again.',
    tag: 'Jobs',
    scope: 'jobs:read',
    success: { status: 200, description: 'The job.', schema: Job },
    errors: ['job_not_found'],
  },
  listJobs: {
    id: 'listJobs',
    method: 'GET',
    path: '/v1/jobs',
    summary: 'List jobs',
    tag: 'Jobs',
    scope: 'jobs:read',
    query: PageQuery.extend({ status: JobStatus.optional() }),
    success: { status: 200, description: 'Newest first, without candidates.', schema: JobList },
    errors: [],
  },
  jobEvents: {
    id: 'jobEvents',
    method: 'GET',
    path: '/v1/jobs/{job_id}/events',
    summary: 'Follow the progress of a job',
    description:
      'Server-sent events: `progress` with status, progress, counts and eta_seconds whenever they change, then one `done`. Candidates are read with GET /v1/jobs/{job_id}.',
    tag: 'Jobs',
    scope: 'jobs:read',
    success: { status: 200, description: 'A stream of events.', media_type: 'text/event-stream' },
    errors: ['job_not_found', 'overloaded'],
  },
  cancelJob: {
    id: 'cancelJob',
    method: 'POST',
    path: '/v1/jobs/{job_id}/cancel',
    summary: 'Stop a bulk job',
    description:
      'Resumes that wait become failures with the code `cancelled`; what is evaluated stays. A finished job stays as it is.',
    tag: 'Jobs',
    scope: 'bulk:write',
    success: { status: 200, description: 'The job as it is now.', schema: Job },
    errors: ['job_not_found'],
  },
  deleteJob: {
    id: 'deleteJob',
    method: 'DELETE',
    path: '/v1/jobs/{job_id}',
    summary: 'Erase a job and its data',
    description: 'Erases results, sources, webhook deliveries and stored answers of the job. A running job ends.',
    tag: 'Jobs',
    scope: 'jobs:delete',
    success: { status: 200, description: 'The job is gone.', schema: DeletedJob },
    errors: ['job_not_found'],
  },
  getWebhookSecret: {
    id: 'getWebhookSecret',
    method: 'GET',
    path: '/v1/webhooks/secret',
    summary: 'Read the signing secret',
    description: 'One for the workspace; made at the first look or the first webhook.',
    tag: 'Webhooks',
    scope: 'webhooks:manage',
    success: { status: 200, description: 'The secret.', schema: WebhookSecret },
    errors: [],
  },
  rotateWebhookSecret: {
    id: 'rotateWebhookSecret',
    method: 'POST',
    path: '/v1/webhooks/secret/rotate',
    summary: 'Replace the signing secret',
    description: 'Until the old one ends, every webhook is signed with both.',
    tag: 'Webhooks',
    scope: 'webhooks:manage',
    request: RotateWebhookSecretRequest,
    success: { status: 201, description: 'The new secret.', schema: WebhookSecret },
    errors: [],
  },
  listWebhookDeliveries: {
    id: 'listWebhookDeliveries',
    method: 'GET',
    path: '/v1/webhooks/deliveries',
    summary: 'List webhook deliveries with their attempts',
    tag: 'Webhooks',
    scope: 'webhooks:manage',
    query: PageQuery,
    success: { status: 200, description: 'Newest first; kept for 30 days.', schema: WebhookDeliveryList },
    errors: [],
  },
  redeliverWebhook: {
    id: 'redeliverWebhook',
    method: 'POST',
    path: '/v1/webhooks/deliveries/{message_id}/redeliver',
    summary: 'Send a webhook again',
    description: 'The same message id and body, a new timestamp; the schedule of attempts begins anew.',
    tag: 'Webhooks',
    scope: 'webhooks:manage',
    success: { status: 202, description: 'The delivery waits for its next attempt.', schema: WebhookDelivery },
    errors: ['webhook_delivery_not_found'],
  },
  testWebhook: {
    id: 'testWebhook',
    method: 'POST',
    path: '/v1/webhooks/test',
    summary: 'Send a sample webhook now',
    description: 'One attempt of the event `webhook.test`, signed like every other; nothing is stored.',
    tag: 'Webhooks',
    scope: 'webhooks:manage',
    request: TestWebhookRequest,
    success: { status: 200, description: 'What the receiver answered.', schema: TestWebhookResult },
    errors: ['invalid_url', 'webhook_url_not_allowed'],
  },
  listWebhookEndpoints: {
    id: 'listWebhookEndpoints',
    method: 'GET',
    path: '/v1/webhooks/endpoints',
    summary: 'List the receivers of webhooks',
    tag: 'Webhooks',
    scope: 'webhooks:manage',
    success: { status: 200, description: 'By URL.', schema: WebhookEndpointList },
    errors: [],
  },
  enableWebhookEndpoint: {
    id: 'enableWebhookEndpoint',
    method: 'POST',
    path: '/v1/webhooks/endpoints/enable',
    summary: 'Send to a disabled receiver again',
    description: 'What was skipped meanwhile can be redelivered.',
    tag: 'Webhooks',
    scope: 'webhooks:manage',
    request: EnableWebhookEndpointRequest,
    success: { status: 200, description: 'The receiver.', schema: WebhookEndpoint },
    errors: ['webhook_endpoint_not_found'],
  },
  analyzeTranscript: {
    id: 'analyzeTranscript',
    method: 'POST',
    path: '/v1/analyze-transcript',
    summary: 'Analyse an interview transcript',
    description:
      'Scores what the candidate said, with quotes: STAR completeness on a scale of 0 to 4 (null for a purely technical interview), three competencies, concerns with another explanation and a question to settle them. Never from accent, grammar, fillers or pace. Neither transcript nor analysis is stored.',
    tag: 'Interviews',
    scope: 'transcripts:write',
    request: AnalyzeTranscriptRequest,
    success: { status: 200, description: 'The analysis.', schema: AnalyzeTranscriptResponse },
    errors: ['overloaded'],
    isIdempotent: true,
  },
  createApiKey: {
    id: 'createApiKey',
    method: 'POST',
    path: '/v1/api-keys',
    summary: 'Create an API key',
    description: 'The key is in this answer only. A key cannot grant scopes or limits beyond its own.',
    tag: 'API keys',
    scope: 'api_keys:manage',
    request: CreateApiKeyRequest,
    success: { status: 201, description: 'The new key.', schema: CreatedApiKey },
    errors: [],
  },
  listApiKeys: {
    id: 'listApiKeys',
    method: 'GET',
    path: '/v1/api-keys',
    summary: 'List API keys',
    tag: 'API keys',
    scope: 'api_keys:manage',
    query: PageQuery,
    success: { status: 200, description: 'Newest first.', schema: ApiKeyList },
    errors: [],
  },
  rotateApiKey: {
    id: 'rotateApiKey',
    method: 'POST',
    path: '/v1/api-keys/{key_id}/rotate',
    summary: 'Replace an API key by a new one',
    description: 'The new key has the name, scopes and limits of the old one, which lives on for the time asked.',
    tag: 'API keys',
    scope: 'api_keys:manage',
    request: RotateApiKeyRequest,
    success: { status: 201, description: 'The new key.', schema: CreatedApiKey },
    errors: ['api_key_not_found'],
  },
  revokeApiKey: {
    id: 'revokeApiKey',
    method: 'DELETE',
    path: '/v1/api-keys/{key_id}',
    summary: 'Revoke an API key',
    description: 'In force within a second.',
    tag: 'API keys',
    scope: 'api_keys:manage',
    success: { status: 200, description: 'The revoked key.', schema: ApiKey },
    errors: ['api_key_not_found'],
  },
} as const satisfies Record<string, Operation>

const answersOfEveryCall: ErrorCode[] = [
  'invalid_parameter',
  'missing_api_key',
  'invalid_api_key',
  'expired_api_key',
  'revoked_api_key',
  'insufficient_scope',
  'ip_not_allowed',
  'rate_limit_exceeded',
  'internal_error',
  'shutting_down',
  'database_unavailable',
]
const answersOfEveryBody: ErrorCode[] = [
  'invalid_json',
  'missing_parameter',
  'unknown_parameter',
  'payload_too_large',
  'unsupported_media_type',
]

/** Every error code that a call may answer, in the order of the error table. */
export function errorCodesOf(operation: Operation): ErrorCode[] {
  const codes = new Set<ErrorCode>([
    ...answersOfEveryCall,
    ...(operation.request ? answersOfEveryBody : []),
    ...(operation.isIdempotent
      ? (['invalid_idempotency_key', 'idempotency_key_reused', 'idempotency_request_in_progress'] as const)
      : []),
    ...operation.errors,
  ])
  return (Object.keys(errors) as ErrorCode[]).filter((code) => codes.has(code))
}
