import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Candidate, JobFailure } from '@innohire/contract'
import { and, asc, eq, gt, ne } from 'drizzle-orm'
import type { z } from 'zod'
import { storedSeal } from '../crypto/sealed-column.ts'
import { screeningItems } from '../db/schema.ts'
import type { ScreeningDeps } from './deps.ts'
import { itemPlace, unpackJson } from './seals.ts'

export interface Results {
  candidates: z.infer<typeof Candidate>[]
  failures: JobFailure[]
}

/** Outcomes of one query: the embedded database answers nobody else while it reads. */
const pageRows = 100
/** Outcomes opened before other work gets its turn: some milliseconds. */
const atOnce = 25

/** The outcomes of a screening so far, by position. Read page by page: an outcome never changes once it is there. */
export async function loadResults(
  deps: Pick<ScreeningDeps, 'database' | 'keyring'>,
  workspace_id: string,
  screening_id: string,
): Promise<Results> {
  const results: Results = { candidates: [], failures: [] }
  for (let after = -1; ; ) {
    const { rows, open } = await readPage(deps, workspace_id, screening_id, after)
    for (const [i, { position, state, seal }] of rows.entries()) {
      const result = unpackJson(open(itemPlace(screening_id, position, 'result'), seal))
      if (state === 'done') results.candidates.push(result as z.infer<typeof Candidate>)
      else results.failures.push(result as JobFailure)
      if (i % atOnce === atOnce - 1) await nextTurn()
    }
    if (rows.length < pageRows) return results
    after = rows.at(-1)!.position
  }
}

function readPage(
  { database, keyring }: Pick<ScreeningDeps, 'database' | 'keyring'>,
  workspace_id: string,
  screening_id: string,
  after: number,
) {
  const { position, state, result_sealed } = screeningItems
  return database.inWorkspace(workspace_id, async (tx) => {
    const found = await tx
      .select({ position, state, sealed: result_sealed })
      .from(screeningItems)
      .where(and(eq(screeningItems.screening_id, screening_id), ne(state, 'pending'), gt(position, after)))
      .orderBy(asc(position))
      .limit(pageRows)
    const rows = found.map(({ sealed, ...row }) => ({ ...row, seal: storedSeal(sealed!) }))
    const versions = rows.map(({ seal }) => seal.key_version)
    return { rows, open: await keyring.opener(tx, workspace_id, versions) }
  })
}
