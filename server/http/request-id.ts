import { ulid } from 'ulid'

/** `req_` and a ULID; ours on every response, never the caller's. */
export const newRequestId = (): string => `req_${ulid()}`

/** The caller's own X-Request-Id for the log, where it is harmless text; else undefined. */
export function clientRequestId(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[A-Za-z0-9_-]{1,128}$/.test(header) ? header : undefined
}
