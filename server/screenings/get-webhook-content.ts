import { eq } from 'drizzle-orm'
import { openColumn } from '../crypto/sealed-column.ts'
import type { Transaction } from '../db/open.ts'
import { screenings } from '../db/schema.ts'
import type { ScreeningDeps } from './deps.ts'
import { screeningPlace } from './seals.ts'

/** Where the webhook of a finished screening goes, and the bytes of its body, packed with gzip. */
export async function getWebhookContent(
  { keyring }: Pick<ScreeningDeps, 'keyring'>,
  tx: Transaction,
  workspace_id: string,
  screening_id: string,
): Promise<{ url: string; packed: Buffer }> {
  const [row] = await tx
    .select({ body: screenings.body_sealed, url: screenings.webhook_url_sealed })
    .from(screenings)
    .where(eq(screenings.id, screening_id))
  const open = (column: string, stored: Uint8Array) =>
    openColumn(keyring, tx, workspace_id, screeningPlace(screening_id, column), stored)
  return { url: (await open('webhook_url', row!.url!)).toString(), packed: await open('body', row!.body!) }
}
