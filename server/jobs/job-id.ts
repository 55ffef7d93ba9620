import { idPatterns } from '@innohire/contract'
import { ApiError } from '../errors.ts'

/** Whether the id is one of a bulk screening; else it may be one of an evaluation. */
export const isScreening = (job_id: string): boolean => idPatterns.screening.test(job_id)

/** @throws ApiError job_not_found for texts that cannot be the id of a job */
export function requireJobId(job_id: string): void {
  if (!isScreening(job_id) && !idPatterns.evaluation.test(job_id)) throw new ApiError('job_not_found')
}
