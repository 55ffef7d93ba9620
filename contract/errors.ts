import { z } from 'zod'

/** One documented way in which a request can fail. Codes are stable: never renamed, never reused. */
interface ErrorDefinition {
  status: number
  type: ErrorType
  /** What went wrong and the way out; the documentation's text. */
  help: string
}

export const errorTypes = [
  'invalid_request_error',
  'authentication_error',
  'permission_error',
  'not_found_error',
  'idempotency_error',
  'resume_error',
  'rate_limit_error',
  'api_error',
] as const
export type ErrorType = (typeof errorTypes)[number]

const invalid = (status: number, help: string): ErrorDefinition => ({ status, type: 'invalid_request_error', help })
const auth = (help: string): ErrorDefinition => ({ status: 401, type: 'authentication_error', help })
const resume = (help: string): ErrorDefinition => ({ status: 422, type: 'resume_error', help })
const api = (status: number, help: string): ErrorDefinition => ({ status, type: 'api_error', help })

export const errors = {
  invalid_json: invalid(400, 'The body is not valid JSON. Send one JSON object, encoded as UTF-8.'),
  malformed_request: invalid(400, 'The bytes are not a valid HTTP/1.1 request, or its headers are over 16 KiB.'),
  missing_parameter: invalid(400, 'A required field is absent. `param` names it.'),
  invalid_parameter: invalid(
    400,
    'A field has a wrong type or value. `param` names it, `message` says what is accepted.',
  ),
  unknown_parameter: invalid(400, 'The request has a field that does not exist. `param` names it: check its spelling.'),
  plan_limit_exceeded: invalid(
    400,
    'The call has more resumes than the plan allows. Send several smaller calls, or move to a larger plan.',
  ),
  invalid_url: invalid(400, 'A URL cannot be read, or is not https.'),
  url_not_allowed: invalid(
    400,
    'A URL points to an address that this server does not fetch from, such as a private network. An operator can allow it with EGRESS_ALLOW.',
  ),
  https_required: invalid(
    400,
    'The request came over plain HTTP. Use https://. If a key was sent with it, replace the key: it crossed the network in clear.',
  ),
  invalid_idempotency_key: invalid(400, 'Idempotency-Key must have 1 to 255 printable ASCII characters.'),
  webhook_url_not_allowed: invalid(
    400,
    'The webhook URL must be https and publicly reachable. An operator can allow private receivers with EGRESS_ALLOW.',
  ),
  missing_api_key: auth('No API key. Send it as `Authorization: Bearer ih_live_...`.'),
  invalid_api_key: auth('The API key does not exist or is misspelt.'),
  expired_api_key: auth('The API key has expired. Create or rotate a key.'),
  revoked_api_key: auth('The API key was revoked. Create a new one.'),
  insufficient_scope: {
    status: 403,
    type: 'permission_error',
    help: 'The API key lacks the scope that this call needs. `message` names the scope.',
  },
  ip_not_allowed: {
    status: 403,
    type: 'permission_error',
    help: 'The API key may not be used from this address.',
  },
  job_not_found: {
    status: 404,
    type: 'not_found_error',
    help: 'No job with this id in your workspace. Results are kept for the retention time of the workspace.',
  },
  api_key_not_found: { status: 404, type: 'not_found_error', help: 'No API key with this id in your workspace.' },
  webhook_delivery_not_found: {
    status: 404,
    type: 'not_found_error',
    help: 'No webhook delivery with this message id in your workspace. They are kept for 30 days.',
  },
  webhook_endpoint_not_found: {
    status: 404,
    type: 'not_found_error',
    help: 'No webhook was ever sent to this URL from your workspace. The query of a URL does not matter.',
  },
  route_not_found: {
    status: 404,
    type: 'not_found_error',
    help: 'No such route. The routes are listed at /v1/openapi.json.',
  },
  method_not_allowed: invalid(405, 'The route exists, with another method: see the Allow header.'),
  request_timeout: invalid(408, 'The request was not received within 30 seconds. Send it again, or send less.'),
  payload_too_large: invalid(413, 'The body is over the limit of 8 MiB for JSON. Send fewer or shorter resumes.'),
  unsupported_media_type: invalid(415, 'Send `Content-Type: application/json`.'),
  idempotency_key_reused: {
    status: 409,
    type: 'idempotency_error',
    help: 'This Idempotency-Key was used with another body in the last 24 hours. Use a new key for a new request.',
  },
  idempotency_request_in_progress: {
    status: 409,
    type: 'idempotency_error',
    help: 'The first request with this Idempotency-Key is still running. Try again in a moment.',
  },
  resume_parse_failed: resume('A resume is not text that can be read, such as binary file content in `text`.'),
  corrupt_file: resume('The file is damaged and cannot be opened.'),
  unsupported_file_type: resume(
    'The file is of a type that is not read. Send PDF, DOCX, DOC, RTF, ODT, HTML, text or an image.',
  ),
  encrypted_file: resume('The file is protected by a password. Send it without.'),
  file_too_large: resume('The file is over the limit of 10 MiB, or unpacks to too much.'),
  empty_document: resume('The file holds no readable text.'),
  download_failed: resume('The file could not be downloaded from its URL.'),
  processing_crashed: resume('Reading the file crashed the sandboxed reader several times.'),
  processing_timeout: resume('Reading the file took too long.'),
  rate_limit_exceeded: {
    status: 429,
    type: 'rate_limit_error',
    help: 'Too many requests in the last minute. Wait for the seconds in Retry-After.',
  },
  internal_error: api(500, 'Something failed on the server. Nothing was stored. Quote `request_id` to the operator.'),
  overloaded: api(503, 'The server has more work than it can take on now. Try again after Retry-After.'),
  shutting_down: api(503, 'The server is being restarted. Try again after Retry-After.'),
  database_unavailable: api(503, 'The database does not answer. Try again after Retry-After.'),
} as const satisfies Record<string, ErrorDefinition>

export type ErrorCode = keyof typeof errors
export const errorCodes = Object.keys(errors) as ErrorCode[]

/** The body of every answer that is not 2xx. */
export const ErrorBody = z
  .object({
    error: z.object({
      type: z.enum(errorTypes),
      code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]).meta({ description: 'Stable; documented at `doc_url`.' }),
      message: z.string().meta({ description: 'For people: says what is wrong and the way out.' }),
      param: z.string().nullable().meta({ description: 'Path of the field at fault, such as `resumes[3].text`.' }),
      request_id: z.string().meta({ example: 'req_01JD3Q8Z6W0T9V1N5K7M2XABCD' }),
      doc_url: z.string(),
      details: z
        .array(z.object({ param: z.string(), code: z.string(), message: z.string() }))
        .optional()
        .meta({ description: 'Every field at fault, where there are several.' }),
    }),
  })
  .meta({ id: 'Error', description: 'One shape for every answer that is not 2xx.' })
export type ErrorBody = z.infer<typeof ErrorBody>
