import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Candidate, Job, JobFailure } from '@innohire/contract'
import { rankCandidates } from '@innohire/engine/score/rank.ts'
import type { z } from 'zod'
import type { JobFacts } from './close-item.ts'

export interface JobView {
  head: Pick<Job, 'job_id' | 'status' | 'progress' | 'counts' | 'eta_seconds' | 'evaluated_at' | 'as_of'>
  facts: JobFacts | undefined
  candidates: readonly z.infer<typeof Candidate>[]
  /** In the order of the request. */
  failures: readonly JobFailure[]
}

/** Candidates turned to text before other work gets its turn: some milliseconds. */
const atOnce = 100

/**
 * The JSON of a bulk job. A thousand candidates are megabytes: they are checked against the contract one by one, when they
 * are stored, and put together here in slices, so that the process goes on answering.
 */
export async function renderJob({ head, facts, candidates, failures }: JobView): Promise<string> {
  const { job_id, status, progress, ...rest } = head
  const texts: string[] = []
  for (const [i, candidate] of rankCandidates(candidates).entries()) {
    texts.push(JSON.stringify(candidate))
    if (i % atOnce === atOnce - 1) await nextTurn()
  }
  const before = JSON.stringify({ job_id, status, progress })
  const after = JSON.stringify({ failures, ...rest, ...facts })
  return `${before.slice(0, -1)},"candidates":[${texts.join(',')}],${after.slice(1)}`
}
