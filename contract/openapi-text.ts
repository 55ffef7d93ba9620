import { buildOpenApi } from './openapi.ts'
import { type Operation, operations } from './operations.ts'
import { serverVersion } from './version.ts'

/** The committed document, byte for byte. */
export function openApiText(): string {
  return `${JSON.stringify(buildOpenApi(Object.values<Operation>(operations), serverVersion), null, 2)}\n`
}
