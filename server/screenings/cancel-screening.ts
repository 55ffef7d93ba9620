import type { JobFailure } from '@innohire/contract'
import { and, asc, eq } from 'drizzle-orm'
import { openColumn, sealColumn } from '../crypto/sealed-column.ts'
import { screeningFiles, screeningItems } from '../db/schema.ts'
import { countDown } from './close-item.ts'
import type { ScreeningDeps } from './deps.ts'
import { getScreeningRow } from './get-screening.ts'
import { itemPlace, packJson, unpackJson } from './seals.ts'
import { type Source, shownUrl } from './source.ts'
import { finishScreeningTask } from './tasks.ts'

/**
 * Ends a screening early: what waits or is in work becomes a failure, what is evaluated stays. Nothing happens to a
 * finished one. @throws ApiError job_not_found
 */
export async function cancelScreening(deps: ScreeningDeps, workspace_id: string, id: string): Promise<void> {
  const { keyring } = deps
  await deps.database.inWorkspace(workspace_id, async (tx) => {
    await getScreeningRow(tx, workspace_id, id)
    const isPending = and(eq(screeningItems.screening_id, id), eq(screeningItems.state, 'pending'))
    // Locked in one order; workers lock an item first and the screening after it, as happens here.
    const items = await tx
      .select()
      .from(screeningItems)
      .where(isPending)
      .orderBy(asc(screeningItems.position))
      .for('update')
    for (const { position, source_sealed } of items) {
      const packed = await openColumn(keyring, tx, workspace_id, itemPlace(id, position, 'source'), source_sealed!)
      const source = unpackJson(packed) as Source
      const failure: JobFailure = {
        id: source.id,
        url: shownUrl(source),
        code: 'cancelled',
        message: 'The job was cancelled before this resume was evaluated.',
      }
      const place = itemPlace(id, position, 'result')
      await tx
        .update(screeningItems)
        .set({
          state: 'failed',
          code: 'cancelled',
          result_sealed: await sealColumn(keyring, tx, workspace_id, place, packJson(failure)),
          source_sealed: null,
          finished_at: deps.clock(),
        })
        .where(and(eq(screeningItems.screening_id, id), eq(screeningItems.position, position)))
    }
    if (items.length === 0) return
    await tx.delete(screeningFiles).where(eq(screeningFiles.screening_id, id))
    const counted = await countDown(tx, id, { succeeded: 0, failed: items.length })
    if (counted?.remaining === 0)
      await deps.queue.enqueue(tx, finishScreeningTask, [{ payload: { workspace_id, screening_id: id } }])
  })
}
