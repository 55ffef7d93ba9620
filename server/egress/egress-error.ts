export type EgressErrorCode = 'invalid_url' | 'url_not_allowed' | 'download_failed' | 'file_too_large'

/** A request to a user-given address that was refused or failed. The message is public and never holds a query string. */
export class EgressError extends Error {
  readonly code: EgressErrorCode
  /** Trying again later may help: time-outs, refused connections, 429 and 5xx. */
  readonly is_retryable: boolean
  readonly retry_after_seconds: number | undefined

  constructor(
    code: EgressErrorCode,
    message: string,
    options: { is_retryable?: boolean; retry_after_seconds?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'EgressError'
    this.code = code
    this.is_retryable = options.is_retryable ?? false
    this.retry_after_seconds = options.retry_after_seconds
  }
}
