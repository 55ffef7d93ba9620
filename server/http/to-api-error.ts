import type { ErrorCode } from '@innohire/contract'
import { ApiError } from '../errors.ts'

/** Failures of the framework before a handler runs (fastify:docs/Reference/Errors.md). */
const frameworkCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_request',
  FST_ERR_BAD_URL: 'malformed_request',
  FST_ERR_MAX_PARAM_LENGTH: 'route_not_found',
}

/** Where the documentation's sentence would look in the wrong place. */
const messages: Record<string, string> = {
  FST_ERR_BAD_URL: 'The path is not valid percent-encoded UTF-8.',
}

/** What a thrown thing means to the caller. What nobody foresaw is an internal error, and its text stays inside. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  if (!(thrown instanceof Error)) return new ApiError('internal_error', { cause: thrown })
  const thrownCode = (thrown as { code?: string }).code ?? ''
  const code = frameworkCodes[thrownCode]
  const message = messages[thrownCode]
  if (code) return new ApiError(code, { cause: thrown, ...(message ? { message } : {}) })
  return new ApiError('internal_error', { cause: thrown })
}
