import type { Transaction } from '../db/open.ts'
import type { Keyring, Place, StoredSeal } from './keyring.ts'

const versionBytes = 4

/** Seals for one `bytea` column: the version of the data key (4 bytes, big-endian) and what `Keyring.seal` makes. */
export async function sealColumn(
  keyring: Keyring,
  tx: Transaction,
  workspace_id: string,
  place: Place,
  plaintext: string | Uint8Array,
): Promise<Buffer> {
  const { bytes, key_version } = await keyring.seal(tx, workspace_id, place, plaintext)
  const version = Buffer.alloc(versionBytes)
  version.writeUInt32BE(key_version)
  return Buffer.concat([version, bytes])
}

/** Opens what `sealColumn` made for the same place. @throws SealBrokenError */
export function openColumn(
  keyring: Keyring,
  tx: Transaction,
  workspace_id: string,
  place: Place,
  stored: Uint8Array,
): Promise<Buffer> {
  return keyring.open(tx, workspace_id, place, storedSeal(stored))
}

/** The two parts of what `sealColumn` made. */
export function storedSeal(stored: Uint8Array): StoredSeal {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength)
  return { key_version: bytes.readUInt32BE(), bytes: bytes.subarray(versionBytes) }
}
