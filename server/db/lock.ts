import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** How often the holder shows that it lives, and after how long another host may take the lock over, in ms. */
const beatMs = 5_000
const staleMs = 20_000

interface Holder {
  pid: number
  /** Clock ticks since boot at which the process began; a pid alone is always 1 in a container. */
  started: string | null
  host: string
  token: string
}

export interface DirectoryLock {
  release(): void
}

/** Another live process holds the directory. */
export class DirectoryLockedError extends Error {
  constructor(directory: string, holder: Holder) {
    super(
      `The database in ${directory} is in use by process ${holder.pid} on ${holder.host}. It takes one process at a ` +
        'time: stop that one first, or set DATABASE_URL to a PostgreSQL server, which takes any number.',
    )
    this.name = 'DirectoryLockedError'
  }
}

/** Field 22 of /proc/<pid>/stat (proc(5)), counted after the name, which may hold spaces; null where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isAlive(path: string, holder: Holder): boolean {
  if (holder.host === hostname()) return isRunning(holder.pid) && startOf(holder.pid) === holder.started
  // Another container on the same volume: its processes cannot be seen from here, only its heartbeat.
  return ageOf(path) < staleMs
}

function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    return { pid: 0, started: null, host: '', token: '' } // unreadable: its age decides
  }
}

/** Makes the file with its whole content, or not at all: a link appears complete, where an open file appears empty. */
function createExclusively(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, content, { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Who holds the lock of a directory, if a live process does. */
export function findLockHolder(directory: string): { pid: number; host: string } | undefined {
  const path = join(directory, 'db.lock')
  const holder = readHolder(path)
  return holder && isAlive(path, holder) ? holder : undefined
}

/**
 * Makes this process the only one to use the embedded database below `directory`, which must exist. PGlite itself takes
 * no lock, and two processes on one directory lose rows. A lock whose process is gone is taken over.
 * @throws DirectoryLockedError while its holder lives
 */
export function lockDirectory(directory: string): DirectoryLock {
  const path = join(directory, 'db.lock')
  const guard = `${path}.takeover`
  const own: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname(), token: randomUUID() }

  for (let attempt = 0; !createExclusively(path, JSON.stringify(own)); attempt++) {
    const holder = readHolder(path)
    if (holder && isAlive(path, holder)) throw new DirectoryLockedError(directory, holder)
    // The guard keeps two processes that both see a dead holder from removing each other's fresh lock.
    if (!createExclusively(guard, '')) {
      if (ageOf(guard) > staleMs) rmSync(guard, { force: true })
      else if (attempt >= 50) throw new DirectoryLockedError(directory, holder ?? own)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
      continue
    }
    try {
      if (holder && readHolder(path)?.token === holder.token) rmSync(path, { force: true })
    } finally {
      rmSync(guard, { force: true })
    }
  }

  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date())
    } catch {
      // Removed by hand: nothing to keep alive.
    }
  }, beatMs)
  beat.unref()
  return {
    release() {
      clearInterval(beat)
      if (readHolder(path)?.token === own.token) rmSync(path, { force: true })
    },
  }
}
