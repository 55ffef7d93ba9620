import type { ReadDocument } from '../types.ts'
import { type ChildLimits, DocumentChild } from './document-child.ts'
import { findSandbox, type Sandbox } from './sandbox.ts'

/** How a pool is built; tests pass an entry that crashes on purpose. */
export interface PoolOptions extends ChildLimits {
  entry: string
  processes: number
  filesPerChild: number
}

interface Waiting {
  start: () => void
  giveUp: (reason: unknown) => void
}

/** At most `processes` children, started when first needed, each replaced after `filesPerChild` documents or a death. */
export class ChildPool {
  readonly #options: PoolOptions
  readonly #sandbox: Promise<Sandbox>
  readonly #idle: DocumentChild[] = []
  readonly #all = new Set<DocumentChild>()
  readonly #waiting: Waiting[] = []
  #busy = 0
  #isClosed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#sandbox = findSandbox(options.entry)
  }

  /** What the children are kept from on this system. */
  sandbox(): Promise<Sandbox> {
    return this.#sandbox
  }

  /** Process ids of the living children, for measuring. */
  pids(): number[] {
    return [...this.#all].map((child) => child.pid).filter((pid) => pid !== undefined)
  }

  /** Reads one document in a child, after those asked for before; rejects with the signal's reason when aborted. */
  async read(bytes: Uint8Array, signal?: AbortSignal): Promise<ReadDocument> {
    signal?.throwIfAborted()
    await this.#takeTurn(signal)
    try {
      const child = await this.#takeChild()
      try {
        return await child.read(bytes, signal)
      } finally {
        this.#putBack(child)
      }
    } finally {
      this.#busy -= 1
      this.#waiting.shift()?.start()
    }
  }

  /** Ends every child; documents in work and in the queue fail. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const waiting of this.#waiting.splice(0)) waiting.giveUp(new Error('The reader is closed.'))
    for (const child of this.#all) child.kill()
    this.#all.clear()
    this.#idle.length = 0
    await this.#sandbox
  }

  #takeTurn(signal: AbortSignal | undefined): Promise<void> {
    if (this.#isClosed) throw new Error('The reader is closed.')
    if (this.#busy < this.#options.processes) {
      this.#busy += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        start: () => {
          signal?.removeEventListener('abort', abort)
          this.#busy += 1
          resolve()
        },
        giveUp: (reason) => {
          signal?.removeEventListener('abort', abort)
          reject(reason)
        },
      }
      const abort = () => {
        const index = this.#waiting.indexOf(waiting)
        if (index >= 0) this.#waiting.splice(index, 1)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', abort, { once: true })
      this.#waiting.push(waiting)
    })
  }

  async #takeChild(): Promise<DocumentChild> {
    const sandbox = await this.#sandbox
    if (this.#isClosed) throw new Error('The reader is closed.')
    // A child may have died while idle.
    for (let child = this.#idle.pop(); child !== undefined; child = this.#idle.pop()) {
      if (!child.isDead) return child
      this.#all.delete(child)
    }
    const child = new DocumentChild(this.#options.entry, sandbox, this.#options)
    this.#all.add(child)
    return child
  }

  #putBack(child: DocumentChild): void {
    if (!child.isDead && !this.#isClosed && child.filesRead < this.#options.filesPerChild) {
      this.#idle.push(child)
      return
    }
    child.kill()
    this.#all.delete(child)
  }
}
