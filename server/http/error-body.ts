import { type ErrorBody, errors } from '@innohire/contract'
import type { ApiError } from '../errors.ts'

interface Asked {
  request_id: string
  /** The Host header, as sent. */
  host: string | undefined
}

/** The public answer to a failure. */
export function errorBody(error: ApiError, { request_id, host }: Asked): ErrorBody {
  return {
    error: {
      type: errors[error.code].type,
      code: error.code,
      message: error.message,
      param: error.param,
      request_id,
      doc_url: `https://${plainHost(host)}/docs/errors#${error.code}`,
      ...(error.details ? { details: error.details } : {}),
    },
  }
}

/** Headers that the failure itself asks for. */
export function errorHeaders(error: ApiError): Record<string, string> {
  return {
    ...(error.status === 401 ? { 'www-authenticate': 'Bearer realm="innohire"' } : {}),
    ...(error.retry_after_seconds === undefined ? {} : { 'retry-after': String(error.retry_after_seconds) }),
    ...error.headers,
  }
}

/** The Host header is the caller's text: only what can be a host name and port is repeated. */
const plainHost = (host: string | undefined) =>
  host !== undefined && /^[A-Za-z0-9.:[\]-]{1,255}$/.test(host) ? host : 'localhost'
