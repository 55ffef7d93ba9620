import type { ErrorCode } from '@innohire/contract'
import { ApiError } from '../errors.ts'

/** Failures of the framework before a handler runs (fastify:docs/Reference/Errors.md). */
const frameworkCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_request',
  FST_ERR_BAD_URL: 'malformed_request',
  FST_ERR_MAX_PARAM_LENGTH: 'malformed_request',
}

/** Connection lost, refused, or the server says that it is starting or stopping (PostgreSQL, appendix A). */
const databaseGone = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN|57P0[123]|08\w{3}|53300)$/
const databaseGoneText = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a con)/

/** What a thrown thing means to the caller. What nobody foresaw is an internal error, and its text stays inside. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  if (!(thrown instanceof Error)) return new ApiError('internal_error', { cause: thrown })
  const code = frameworkCodes[(thrown as { code?: string }).code ?? '']
  if (code) return new ApiError(code, { cause: thrown })
  if (isDatabaseGone(thrown)) return new ApiError('database_unavailable', { retry_after_seconds: 5, cause: thrown })
  return new ApiError('internal_error', { cause: thrown })
}

/** Drizzle wraps the driver's error, which has the code. */
function isDatabaseGone(error: Error): boolean {
  for (let at: unknown = error.cause ?? error; at instanceof Error; at = at.cause)
    if (databaseGone.test(String((at as { code?: unknown }).code ?? '')) || databaseGoneText.test(at.message))
      return true
  return false
}
