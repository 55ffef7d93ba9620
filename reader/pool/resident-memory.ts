import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'

const pageBytes = 4096

/** /proc/<pid>/statm counts in pages; on Linux/arm64 a page may be larger, which kills later, never earlier. */
const fromProc = (pid: number): number | undefined => {
  try {
    // At once: the kernel has the number in memory, and a promised read costs several times the work.
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    return Number.isFinite(pages) ? pages * pageBytes : undefined
  } catch {
    return undefined
  }
}

const fromPs = (pid: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    execFile('/bin/ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) =>
      resolve(error === null ? Number(stdout.trim()) * 1024 : undefined),
    )
  })

/** Resident bytes of a process, or undefined where the system does not say (Windows) or the process is gone. */
export async function residentBytes(pid: number): Promise<number | undefined> {
  if (process.platform === 'linux') return fromProc(pid)
  if (process.platform === 'darwin') return await fromPs(pid)
  return undefined
}

/** Milliseconds between two looks at a working child: `ps` costs a process, /proc a few microseconds. */
export const memoryLookMs = process.platform === 'linux' ? 40 : 500
