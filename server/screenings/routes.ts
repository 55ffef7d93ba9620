import { operations } from '@innohire/contract'
import type { Mount } from '../http/mount.ts'
import { createScreening } from './create-screening.ts'
import { createScreeningFromFiles } from './create-screening-from-files.ts'

/** POST /v1/bulk-screen; its results are read as jobs. */
export function screeningRoutes(mount: Mount) {
  mount(operations.bulkScreen, (ctx, { body, upload }) =>
    upload ? createScreeningFromFiles(ctx, upload.fields, upload.files) : createScreening(ctx, body),
  )
}
