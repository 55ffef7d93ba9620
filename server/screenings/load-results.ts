import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Candidate, JobFailure } from '@innohire/contract'
import { and, asc, eq, gt, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { storedSeal } from '../crypto/sealed-column.ts'
import { screeningItems } from '../db/schema.ts'
import type { ScreeningDeps } from './deps.ts'
import { type CandidateText, cutCandidate, type StoredOutcome } from './outcome.ts'
import { itemPlace, unpackJson } from './seals.ts'

export interface Results {
  candidates: CandidateText[]
  /** In the order of the request. */
  failures: JobFailure[]
}

/** Outcomes of one query: the embedded database answers nobody else while it reads. */
const pageRows = 50
/** Outcomes opened before other work gets its turn: some milliseconds. */
const atOnce = 10

/**
 * The outcomes of a screening so far. Only those that `known` does not hold are read and opened, page by page: an outcome
 * never changes once it is there. Call it for a screening that was just seen to exist in this workspace.
 */
export async function loadResults(
  deps: Pick<ScreeningDeps, 'database' | 'keyring'>,
  workspace_id: string,
  screening_id: string,
  known: ReadonlyMap<number, StoredOutcome>,
): Promise<Results & { fresh: ReadonlyMap<number, StoredOutcome> }> {
  const fresh = new Map<number, StoredOutcome>()
  const shown = new Map(known)
  for (let after = lastOfUnbroken(shown), isLast = false; !isLast; ) {
    const { rows, open } = await readPage(deps, workspace_id, screening_id, after, shown)
    for (const [i, { position, state, seal }] of rows.entries()) {
      const result = unpackJson(open(itemPlace(screening_id, position, 'result'), seal))
      const outcome: StoredOutcome =
        state === 'done'
          ? { candidate: cutCandidate(result as z.infer<typeof Candidate>) }
          : { failure: result as JobFailure }
      fresh.set(position, outcome)
      if (i % atOnce === atOnce - 1) await nextTurn()
    }
    isLast = rows.length < pageRows
    after = rows.at(-1)?.position ?? after
  }
  for (const [position, outcome] of fresh) shown.set(position, outcome)
  return { ...inOrder(shown), fresh }
}

/** The last position before the first one that is not known. */
function lastOfUnbroken(known: ReadonlyMap<number, unknown>): number {
  let position = 0
  while (known.has(position)) position++
  return position - 1
}

function inOrder(outcomes: ReadonlyMap<number, StoredOutcome>): Results {
  const results: Results = { candidates: [], failures: [] }
  for (const position of [...outcomes.keys()].sort((a, b) => a - b)) {
    const outcome = outcomes.get(position)!
    if ('candidate' in outcome) results.candidates.push(outcome.candidate)
    else results.failures.push(outcome.failure)
  }
  return results
}

function readPage(
  { database, keyring }: Pick<ScreeningDeps, 'database' | 'keyring'>,
  workspace_id: string,
  screening_id: string,
  after: number,
  known: ReadonlyMap<number, unknown>,
) {
  const { position, state, result_sealed } = screeningItems
  const later = [...known.keys()].filter((one) => one > after)
  return database.inWorkspace(workspace_id, async (tx) => {
    const found = await tx
      .select({ position, state, sealed: result_sealed })
      .from(screeningItems)
      .where(
        and(
          eq(screeningItems.screening_id, screening_id),
          ne(state, 'pending'),
          gt(position, after),
          sql`${position} <> all(${`{${later}}`}::int[])`,
        ),
      )
      .orderBy(asc(position))
      .limit(pageRows)
    const rows = found.map(({ sealed, ...row }) => ({ ...row, seal: storedSeal(sealed!) }))
    const versions = rows.map(({ seal }) => seal.key_version)
    return { rows, open: await keyring.opener(tx, workspace_id, versions) }
  })
}
