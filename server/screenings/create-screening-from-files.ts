import type { BulkScreenResponse, BulkScreenUpload } from '@innohire/contract'
import type { Context } from '../context.ts'
import { ApiError } from '../errors.ts'
import type { UploadedFile } from '../http/upload.ts'
import { checkPlan, startScreening } from './create-screening.ts'

/** Takes a bulk request whose resumes are uploaded. The position of a file, from zero, is the id of its candidate. */
export async function createScreeningFromFiles(
  ctx: Context,
  fields: BulkScreenUpload,
  files: readonly UploadedFile[],
): Promise<BulkScreenResponse> {
  if (files.length === 0)
    throw new ApiError('missing_parameter', { param: 'resumes', message: 'Send at least one file as `resumes`.' })
  checkPlan(ctx, files.length, 'resumes')
  return startScreening(ctx, {
    ...fields,
    sources: files.map(({ name }, i) => ({ id: String(i), file: { name } })),
    files: new Map(files.map(({ path }, i) => [i, path])),
  })
}
