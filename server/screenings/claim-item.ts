import { and, eq, sql } from 'drizzle-orm'
import { openColumn } from '../crypto/sealed-column.ts'
import { screeningFiles, screeningItems, screenings } from '../db/schema.ts'
import type { ScreeningDeps } from './deps.ts'
import { filePlace, itemPlace, screeningPlace, unpackJson } from './seals.ts'
import type { Source } from './source.ts'

/** An item that this process works on until another claims it. */
export interface ClaimedItem {
  workspace_id: string
  screening_id: string
  position: number
  turn: number
  /** The fence: the outcome is stored only while the item still has this claim. */
  claim: number
  errors: number
  crashes_in_pool: number | null
  source: Source
  /** Bytes of an uploaded file. */
  file: Uint8Array | undefined
  screening: {
    job_description: string
    as_of: string
    options: { generate_questions?: boolean; generate_boolean_string?: boolean; generate_outreach?: boolean }
  }
}

/** Claims an item; undefined when it has its outcome, or the screening was deleted. */
export function claimItem(
  deps: ScreeningDeps,
  key: { workspace_id: string; screening_id: string; position: number },
): Promise<ClaimedItem | undefined> {
  const { workspace_id, screening_id, position } = key
  const { keyring } = deps
  return deps.database.inWorkspace(workspace_id, async (tx) => {
    const [row] = await tx
      .update(screeningItems)
      .set({ claim: sql`${screeningItems.claim} + 1` })
      .where(
        and(
          eq(screeningItems.screening_id, screening_id),
          eq(screeningItems.position, position),
          eq(screeningItems.state, 'pending'),
        ),
      )
      .returning()
    if (row === undefined) return undefined
    const [screening] = await tx
      .select({
        status: screenings.status,
        as_of: screenings.as_of,
        options: screenings.options,
        sealed: screenings.job_description_sealed,
      })
      .from(screenings)
      .where(eq(screenings.id, screening_id))
    if (screening!.status === 'queued')
      await tx
        .update(screenings)
        .set({ status: 'processing', started_at: deps.clock() })
        .where(and(eq(screenings.id, screening_id), eq(screenings.status, 'queued')))
    const open = (place: { table: string; row_id: string }, stored: Uint8Array) =>
      openColumn(keyring, tx, workspace_id, place, stored)
    const source = unpackJson(await open(itemPlace(screening_id, position, 'source'), row.source_sealed!)) as Source
    let file: Uint8Array | undefined
    if ('file' in source) {
      const [stored] = await tx
        .select()
        .from(screeningFiles)
        .where(and(eq(screeningFiles.screening_id, screening_id), eq(screeningFiles.position, position)))
      file = await open(filePlace(screening_id, position), stored!.bytes_sealed)
    }
    const job_description = await open(screeningPlace(screening_id, 'job_description'), screening!.sealed)
    return {
      workspace_id,
      screening_id,
      position,
      turn: row.turn,
      claim: row.claim,
      errors: row.errors,
      crashes_in_pool: row.crashes_in_pool,
      source,
      file,
      screening: {
        job_description: job_description.toString(),
        as_of: screening!.as_of,
        options: screening!.options,
      },
    }
  })
}
