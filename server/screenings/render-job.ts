import type { Job, JobFailure } from '@innohire/contract'
import { rankCandidates } from '@innohire/engine/score/rank.ts'
import type { JobFacts } from './close-item.ts'
import { type CandidateText, fillHoles } from './outcome.ts'

export interface JobView {
  head: Pick<Job, 'job_id' | 'status' | 'progress' | 'counts' | 'eta_seconds' | 'evaluated_at' | 'as_of'>
  facts: JobFacts | undefined
  candidates: readonly CandidateText[]
  /** In the order of the request. */
  failures: readonly JobFailure[]
}

/** Characters of a part of the body: sent before the next is made. */
const partCharacters = 65_536

/**
 * The JSON of a bulk job, part by part. A thousand candidates are megabytes: they are checked against the contract one by
 * one, when they are stored, and put together here while they are sent, so that the process goes on answering.
 */
export function* renderJob({ head, facts, candidates, failures }: JobView): Generator<string> {
  const { job_id, status, progress, ...rest } = head
  let part = `${JSON.stringify({ job_id, status, progress }).slice(0, -1)},"candidates":[`
  for (const [i, candidate] of rankCandidates(candidates).entries()) {
    part += `${i === 0 ? '' : ','}${fillHoles(candidate)}`
    if (part.length < partCharacters) continue
    yield part
    part = ''
  }
  yield `${part}],${JSON.stringify({ failures, ...rest, ...facts }).slice(1)}`
}
