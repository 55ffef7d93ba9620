import { EgressError, type GuardedClient } from '../egress/index.ts'
import { ApiError } from '../errors.ts'

/** @throws ApiError invalid_url, or `refusal` where the URL leads to an address that is not open */
export function checkUrl(
  egress: GuardedClient,
  url: string,
  param: string,
  refusal: 'url_not_allowed' | 'webhook_url_not_allowed',
): void {
  try {
    egress.checkUrl(url)
  } catch (error) {
    if (!(error instanceof EgressError)) throw error
    const code = error.code === 'url_not_allowed' ? refusal : 'invalid_url'
    throw new ApiError(code, { param, message: `${param}: ${error.message}` })
  }
}
