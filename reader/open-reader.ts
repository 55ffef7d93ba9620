import { open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { emptyDocument, fileTooLarge } from './errors.ts'
import { limits } from './limits.ts'
import { ChildPool } from './pool/child-pool.ts'
import type { Sandbox } from './pool/sandbox.ts'
import type { ReadDocument } from './types.ts'

export interface ReaderOptions {
  /** Child processes at most; default one less than the processors, at least one. */
  processes?: number
  /** Bytes a file may have; default 10 MiB. */
  maxFileBytes?: number
}

export interface ReadOptions {
  /** A name for the caller's own messages; the type never comes from it. */
  name?: string
  /** Stops the reading; the returned promise rejects with the signal's reason. */
  signal?: AbortSignal
}

/** Turns document bytes into text in child processes; one bad document costs one error, never the caller's process. */
export interface Reader {
  /** Reads one document; throws `ReadError`. */
  read(source: Uint8Array | { path: string }, options?: ReadOptions): Promise<ReadDocument>
  /** What this system lets us keep from the children. */
  sandbox(): Promise<Pick<Sandbox, 'isNetworkCut' | 'diesWithParent'>>
  /** Process ids of the living children, for measuring. */
  pids(): number[]
  /** Ends the children; documents in work fail. */
  close(): Promise<void>
}

const mebibytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`

/** Reads a file but never more than one byte over the limit, whatever its size says. */
async function readBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const buffer = Buffer.alloc(Math.min(size, maxBytes) + 1)
    let length = 0
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return buffer.subarray(0, length)
  } finally {
    await file.close()
  }
}

/** Opens a reader; children start with the first document. Close it, or its children keep the program alive. */
export function openReader(options: ReaderOptions = {}): Reader {
  const maxFileBytes = options.maxFileBytes ?? limits.fileBytes
  const pool = new ChildPool({
    entry: join(import.meta.dirname, 'child', 'main.ts'),
    processes: options.processes ?? Math.max(1, availableParallelism() - 1),
    filesPerChild: limits.filesPerChild,
    wallMs: limits.wallMs,
    residentBytes: limits.residentBytes,
  })
  return {
    async read(source, { signal } = {}) {
      const bytes = source instanceof Uint8Array ? source : await readBounded(source.path, maxFileBytes)
      if (bytes.length > maxFileBytes) throw fileTooLarge(`more than ${mebibytes(maxFileBytes)}`)
      if (bytes.length === 0) throw emptyDocument()
      return await pool.read(bytes, signal)
    },
    sandbox: () => pool.sandbox(),
    pids: () => pool.pids(),
    close: () => pool.close(),
  }
}
