import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Candidate, JobFailure } from '@innohire/contract'
import { and, asc, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import { storedSeal } from '../crypto/sealed-column.ts'
import type { Transaction } from '../db/open.ts'
import { screeningItems } from '../db/schema.ts'
import type { ScreeningDeps } from './deps.ts'
import { itemPlace, unpackJson } from './seals.ts'

export interface Results {
  candidates: z.infer<typeof Candidate>[]
  failures: JobFailure[]
}

/** Outcomes opened before other work gets its turn: some milliseconds. */
const atOnce = 25

/** Reads the outcomes of a screening; the answer opens them, outside the transaction. */
export async function loadResults(
  deps: Pick<ScreeningDeps, 'keyring'>,
  tx: Transaction,
  workspace_id: string,
  screening_id: string,
): Promise<() => Promise<Results>> {
  const rows = await tx
    .select({
      position: screeningItems.position,
      state: screeningItems.state,
      sealed: screeningItems.result_sealed,
    })
    .from(screeningItems)
    .where(and(eq(screeningItems.screening_id, screening_id), ne(screeningItems.state, 'pending')))
    .orderBy(asc(screeningItems.position))
  const seals = rows.map(({ sealed }) => storedSeal(sealed!))
  const open = await deps.keyring.opener(
    tx,
    workspace_id,
    seals.map(({ key_version }) => key_version),
  )
  return async () => {
    const results: Results = { candidates: [], failures: [] }
    for (const [i, { position, state }] of rows.entries()) {
      const result = unpackJson(open(itemPlace(screening_id, position, 'result'), seals[i]!))
      if (state === 'done') results.candidates.push(result as z.infer<typeof Candidate>)
      else results.failures.push(result as JobFailure)
      if (i % atOnce === atOnce - 1) await nextTurn()
    }
    return results
  }
}
