import type { EvaluateResponse, Job } from '@innohire/contract'
import type { EvaluationResult } from '@innohire/engine'

/** A finished evaluation. */
export interface Evaluation {
  /** `job_...` */
  id: string
  evaluated_at: Date
  result: EvaluationResult
}

/** The response of POST /v1/evaluate. */
export function presentEvaluation({ id, evaluated_at, result }: Evaluation): EvaluateResponse {
  const { candidates, requirements, warnings, engine_version, as_of } = result
  return {
    job_id: id,
    evaluated_at: evaluated_at.toISOString(),
    candidates,
    requirements,
    warnings,
    engine_version,
    as_of,
  }
}

/** The same evaluation as GET /v1/jobs/{job_id} shows it. */
export const presentJob = (evaluation: Evaluation): Job => ({
  ...presentEvaluation(evaluation),
  status: 'completed',
  progress: 100,
})
