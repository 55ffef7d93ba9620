import { serverVersion } from '@innohire/contract'

/** What every response carries, whatever it says. */
export const commonHeaders = (requestId: string): Record<string, string> => ({
  'x-request-id': requestId,
  'innohire-version': serverVersion,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
})
