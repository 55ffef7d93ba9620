import { z } from 'zod'
import { type ErrorCode, errors } from './errors.ts'
import {
  ApiKey,
  ApiKeyList,
  CreateApiKeyRequest,
  CreatedApiKey,
  RotateApiKeyRequest,
  type Scope,
} from './schemas/api-keys.ts'
import { EvaluateRequest, EvaluateResponse } from './schemas/evaluate.ts'
import { Job } from './schemas/jobs.ts'

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
  query?: z.ZodObject
  success: { status: 200 | 201 | 202 | 204; description: string; schema?: z.ZodType }
  /** Codes of its own; those that every call can answer are added by the document. */
  errors: ErrorCode[]
  /** A POST that takes Idempotency-Key. */
  isIdempotent?: boolean
}

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
    errors: ['plan_limit_exceeded', 'resume_parse_failed', 'overloaded'],
    isIdempotent: true,
  },
  getJob: {
    id: 'getJob',
    method: 'GET',
    path: '/v1/jobs/{job_id}',
    summary: 'Read a stored evaluation',
    tag: 'Jobs',
    scope: 'jobs:read',
    success: { status: 200, description: 'The job.', schema: Job },
    errors: ['job_not_found'],
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
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(20),
      cursor: z.string().max(512).optional(),
    }),
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
