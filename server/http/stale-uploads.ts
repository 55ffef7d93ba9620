import { readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the folder of each upload is called; mkdtemp adds six characters. */
export const uploadPrefix = 'innohire-upload-'
/** No request lives that long. */
const staleMs = 3_600_000

/** Removes files of uploads whose process was killed in the middle: nobody else would, and they are resumes. */
export async function deleteStaleUploads(now: Date, folder = tmpdir()): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(uploadPrefix)) continue
    const path = join(folder, name)
    // Another process may have removed it, and a folder of another user is not ours to remove.
    const found = await stat(path).catch(() => undefined)
    if (!found?.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) continue
    if (now.getTime() - found.mtimeMs > staleMs) await rm(path, { recursive: true, force: true })
  }
}
