import { Candidate, type FailureCode, type JobFailure, Requirement } from '@innohire/contract'
import type { EvaluationResult } from '@innohire/engine'
import { ReadError } from '@innohire/reader'
import { download, EgressError } from '../egress/index.ts'
import type { ItemOutcome } from '../metrics/metrics.ts'
import type { Claim } from '../tasks/queue.ts'
import { type ClaimedItem, claimItem } from './claim-item.ts'
import { closeItem, giveBack, isolateItem, type JobFacts, type Outcome, retryItem } from './close-item.ts'
import type { ItemDeps } from './deps.ts'
import { shownUrl } from './source.ts'

/** Waits before the second, third and fourth try of an item, in seconds. */
const retryDelays = [1, 10, 60]
/**
 * Claims that ended without an outcome, and then the worker crashed, in the pool and alone. A crash may be that of a
 * neighbour or of the machine, so after the first few the item runs alone. There it has more tries: while workers were
 * killed every few seconds (bench/faults), innocent items lost two claims alone.
 */
const maxCrashes = { in_pool: 3, alone: 5 }

/**
 * Evaluates one resume of a screening: claim, download, read, evaluate, store. May run twice, or at the same time in two
 * processes: only the last claim stores its outcome. Tells what became of it; undefined where it was another's by then.
 */
export async function evaluateScreeningItem(
  deps: ItemDeps,
  payload: ItemPayload,
  claim: Claim,
  { is_alone }: { is_alone: boolean },
): Promise<ItemEnd | undefined> {
  claim.signal.throwIfAborted()
  const item = await claimItem(deps, payload)
  if (item === undefined) return undefined
  const close = async (outcome: Outcome): Promise<ItemEnd | undefined> => {
    if (!(await closeItem(deps, item, outcome))) return undefined
    return 'failure' in outcome ? { outcome: 'failed', code: outcome.failure.code } : { outcome: 'succeeded', code: '' }
  }
  // The claim that only moved the item was none that could crash.
  const crashes = item.claim - 1 - item.errors - (item.crashes_in_pool === null ? 0 : 1)
  if (item.crashes_in_pool !== null && crashes - item.crashes_in_pool >= maxCrashes.alone) {
    const message = 'The server crashed each time it worked on this resume, also when it worked on nothing else.'
    return close({ failure: failureOf(item, 'processing_crashed', message) })
  }
  if (!is_alone && (item.crashes_in_pool !== null || crashes >= maxCrashes.in_pool)) {
    await isolateItem(deps, item, item.crashes_in_pool ?? crashes)
    return { outcome: 'retried', code: 'processing_crashed' }
  }
  try {
    return await close(await outcomeOf(deps, item, claim.signal))
  } catch (error) {
    if (claim.signal.aborted) {
      await giveBack(deps, item)
      throw error
    }
    const fault = faultOf(error)
    if (fault === undefined) throw error
    const delay = fault.is_retryable ? retryDelays[item.errors] : undefined
    if (delay !== undefined) {
      await retryItem(deps, item, Math.max(delay, fault.retry_after_seconds ?? 0))
      return { outcome: 'retried', code: fault.code }
    }
    if (fault.code === 'internal_error') deps.log.error({ err: error, screening_id: item.screening_id }, 'item failed')
    return close({ failure: failureOf(item, fault.code, fault.message) })
  }
}

/** Which item. */
export interface ItemPayload {
  workspace_id: string
  screening_id: string
  position: number
}

/** What one try of an item came to; `code` is empty on success. */
export interface ItemEnd {
  outcome: ItemOutcome
  code: FailureCode | ''
}

async function outcomeOf(deps: ItemDeps, item: ClaimedItem, signal: AbortSignal): Promise<Outcome> {
  const { source, screening } = item
  const bytes = item.file ?? (await download(deps.egress, 'url' in source ? source.url : '', { signal }))
  const document = await deps.reader.read(bytes, { signal })
  let result: EvaluationResult
  try {
    result = await deps.evaluate(
      {
        job_description: screening.job_description,
        resumes: [{ id: source.id, text: document.text, integrity_flags: document.integrity_flags }],
        as_of: screening.as_of,
        options: screening.options,
      },
      signal,
    )
  } catch (error) {
    throw new EvaluationFailedError(error)
  }
  const [candidate] = result.candidates
  const warnings = [...document.warnings, ...candidate!.warnings]
  return { candidate: Candidate.parse({ ...candidate, warnings }), facts: factsOf(result) }
}

const factsOf = ({ requirements, warnings, engine_version }: EvaluationResult): JobFacts => ({
  requirements: requirements.map((requirement) => Requirement.parse(requirement)),
  warnings,
  engine_version,
})

/** The engine threw, or its thread ended: worth another try, and no fault of the database, whose errors pass. */
class EvaluationFailedError extends Error {
  constructor(cause: unknown) {
    super('The resume could not be evaluated.', { cause })
    this.name = 'EvaluationFailedError'
  }
}

interface Fault {
  code: FailureCode
  message: string
  is_retryable: boolean
  retry_after_seconds?: number | undefined
}

/** What is wrong with the item; undefined for errors that are not the item's, such as a lost database. */
function faultOf(error: unknown): Fault | undefined {
  if (error instanceof EgressError) return error
  if (error instanceof ReadError) {
    const { code, message } = error
    return { code, message, is_retryable: code === 'processing_crashed' }
  }
  if (error instanceof EvaluationFailedError)
    return { code: 'internal_error', message: error.message, is_retryable: true }
  return undefined
}

const failureOf = (item: ClaimedItem, code: FailureCode, message: string): JobFailure => ({
  id: item.source.id,
  url: shownUrl(item.source),
  code,
  message,
})
