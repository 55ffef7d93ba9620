import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import { and, eq, isNull } from 'drizzle-orm'
import { openColumn, sealColumn } from '../crypto/sealed-column.ts'
import { screenings } from '../db/schema.ts'
import { createDelivery } from '../webhooks/create-delivery.ts'
import type { JobFacts } from './close-item.ts'
import type { ScreeningDeps } from './deps.ts'
import { loadResults } from './load-results.ts'
import { renderJob } from './render-job.ts'
import { screeningPlace, unpackJson } from './seals.ts'

/** Part by part, so that other work gets its turn. */
const packParts = (parts: Iterable<string>): Promise<Buffer> =>
  buffer(Readable.from(parts, { objectMode: false }).compose(createGzip()))

/**
 * Ends a screening whose items all have their outcome: one transaction stores the body, which GET and webhook share byte
 * for byte, and the order to deliver it. A task of its own, so that megabytes are put together outside a transaction.
 * Runs as often as it likes: only the first one ends the screening.
 */
export async function finishScreening(
  deps: ScreeningDeps,
  { workspace_id, screening_id }: { workspace_id: string; screening_id: string },
): Promise<void> {
  const { database, keyring } = deps
  const loaded = await database.inWorkspace(workspace_id, async (tx) => {
    const [row] = await tx.select().from(screenings).where(eq(screenings.id, screening_id))
    if (row === undefined || row.finished_at !== null || row.remaining > 0) return undefined
    const open = (column: string, stored: Uint8Array) =>
      openColumn(keyring, tx, workspace_id, screeningPlace(screening_id, column), stored)
    const facts = row.job_facts_sealed && (unpackJson(await open('job_facts', row.job_facts_sealed)) as JobFacts)
    return { row, facts: facts ?? undefined }
  })
  if (loaded === undefined) return
  const { row, facts } = loaded
  const known = deps.outcomes.find(workspace_id, screening_id)
  const { candidates, failures } = await loadResults(deps, workspace_id, screening_id, known)
  const finished_at = deps.clock()
  const status = candidates.length > 0 ? ('completed' as const) : ('failed' as const)
  const parts = renderJob({
    head: {
      job_id: row.id,
      status,
      progress: 100,
      counts: { total: row.total, succeeded: row.succeeded, failed: row.failed },
      evaluated_at: finished_at.toISOString(),
      as_of: row.as_of,
    },
    facts,
    candidates,
    failures,
  })
  const packed = await packParts(parts)
  await database.inWorkspace(workspace_id, async (tx) => {
    const place = screeningPlace(screening_id, 'body')
    const body_sealed = await sealColumn(keyring, tx, workspace_id, place, packed)
    const ended = await tx
      .update(screenings)
      .set({ status, finished_at, body_sealed })
      .where(and(eq(screenings.id, screening_id), isNull(screenings.finished_at)))
      .returning({ id: screenings.id })
    if (ended.length === 0 || row.webhook_url_sealed === null) return
    const url = await openColumn(
      keyring,
      tx,
      workspace_id,
      screeningPlace(screening_id, 'webhook_url'),
      row.webhook_url_sealed,
    )
    const event = status === 'completed' ? ('job.completed' as const) : ('job.failed' as const)
    await createDelivery(deps, tx, { workspace_id, screening_id, event, url: url.toString() })
  })
  // From now on the body is read instead.
  deps.outcomes.forget(workspace_id, screening_id)
}
