export { type DownloadOptions, download, toEgressError } from './download.ts'
export { EgressError, type EgressErrorCode } from './egress-error.ts'
export { createGuardedClient, type EgressOptions, type GuardedClient } from './guarded-client.ts'
export { urlWithoutSecrets } from './url-rules.ts'
