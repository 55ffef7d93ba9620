import { gunzipSync, gzipSync } from 'node:zlib'

/** Places of the sealed columns: what is moved to another row or column no longer opens. */
export const screeningPlace = (id: string, column: string) => ({ table: 'screenings', row_id: `${id}|${column}` })
export const itemPlace = (screening_id: string, position: number, column: string) => ({
  table: 'screening_items',
  row_id: `${screening_id}|${position}|${column}`,
})
export const filePlace = (screening_id: string, position: number) => ({
  table: 'screening_files',
  row_id: `${screening_id}|${position}`,
})

/** Results repeat themselves a lot, and sealed text no longer shrinks: packed first, a third is left. */
export const packJson = (value: unknown): Buffer => gzipSync(JSON.stringify(value), { level: 1 })
export const unpackJson = (packed: Buffer): unknown => JSON.parse(gunzipSync(packed).toString())
