import { operations } from '@innohire/contract'
import type { Mount } from '../http/mount.ts'
import { createScreening } from './create-screening.ts'

/** POST /v1/bulk-screen; its results are read as jobs. */
export function screeningRoutes(mount: Mount) {
  mount(operations.bulkScreen, (ctx, { body }) => createScreening(ctx, body))
}
