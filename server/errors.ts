import { type ErrorCode, errors } from '@innohire/contract'

interface ApiErrorOptions {
  /** Says what is wrong with this very request and the way out; default: the documentation's sentence. */
  message?: string
  /** Path of the field at fault, such as `resumes[3].text`. */
  param?: string
  details?: { param: string; code: string; message: string }[]
  retry_after_seconds?: number
  headers?: Record<string, string>
  /** For the log only; never answered. */
  cause?: unknown
}

/** A failure with a public, documented answer. Verbs throw it; one place turns it into a reply. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly param: string | null
  readonly details: ApiErrorOptions['details']
  readonly retry_after_seconds: number | undefined
  readonly headers: Record<string, string>

  constructor(code: ErrorCode, options: ApiErrorOptions = {}) {
    super(options.message ?? errors[code].help, { cause: options.cause })
    this.name = 'ApiError'
    this.code = code
    this.param = options.param ?? null
    this.details = options.details
    this.retry_after_seconds = options.retry_after_seconds
    this.headers = options.headers ?? {}
  }

  get status(): number {
    return errors[this.code].status
  }
}
