import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { ReadError } from '../errors.ts'
import type { ReadDocument } from '../types.ts'
import type { ChildMessage, ReadRequest } from './messages.ts'
import { memoryLookMs, residentBytes } from './resident-memory.ts'
import type { Sandbox } from './sandbox.ts'

/** Limits the parent holds a child to. */
export interface ChildLimits {
  wallMs: number
  residentBytes: number
}

/** Time a fresh child may take to load; a machine under full load needs seconds. */
const startMs = 30_000

const crashed = () =>
  new ReadError('processing_crashed', 'Reading the file crashed its process. The file is probably damaged or hostile.')
const tooMuchMemory = () =>
  new ReadError('processing_crashed', 'Reading the file needed too much memory and was stopped.')
const timedOut = () => new ReadError('processing_timeout', 'Reading the file took too long and was stopped.')

/** Reading documents takes all the processor it gets; who answers requests beside it comes first. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 5)
  } catch {
    // It ended already, or the system forbids it: the document is read all the same.
  }
}

/** One child process; reads one document at a time, and is dead for good after a crash or a kill. */
export class DocumentChild {
  readonly #process: ChildProcess
  readonly #limits: ChildLimits
  readonly #ready: Promise<void>
  #current: { id: number; settle: (result: ReadDocument | Error) => void; restartClock: () => void } | undefined
  #nextId = 1
  filesRead = 0
  isDead = false

  constructor(entry: string, sandbox: Sandbox, limits: ChildLimits) {
    this.#limits = limits
    this.#process = fork(entry, [], {
      execPath: sandbox.execPath,
      execArgv: sandbox.execArgv,
      env: {},
      cwd: '/',
      serialization: 'advanced',
      // Nothing a library prints may reach our log: it could quote the document.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    lowerPriority(this.#process.pid)
    this.#ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#die(timedOut()), startMs)
      const fail = () => {
        clearTimeout(timer)
        reject(crashed())
      }
      this.#process.once('exit', fail)
      this.#process.on('message', (message: ChildMessage) => {
        if (message.type !== 'ready') return this.#receive(message)
        clearTimeout(timer)
        this.#process.off('exit', fail)
        resolve()
      })
    })
    // The first reader reports a failed start; without one there is nobody to tell.
    this.#ready.catch(() => {})
    this.#process.on('exit', () => this.#die(crashed()))
    this.#process.on('error', () => this.#die(crashed()))
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  /** Reads one document; throws `ReadError`, or the signal's reason when aborted (which costs the process). */
  async read(bytes: Uint8Array, signal?: AbortSignal): Promise<ReadDocument> {
    await this.#ready
    const id = this.#nextId++
    const result = await new Promise<ReadDocument | Error>((settle) => {
      let clock = setTimeout(() => this.#die(timedOut()), this.#limits.wallMs)
      const restartClock = () => {
        clearTimeout(clock)
        clock = setTimeout(() => this.#die(timedOut()), this.#limits.wallMs)
      }
      const look = setInterval(() => void this.#watchMemory(), memoryLookMs)
      const abort = () => this.#die(signal?.reason instanceof Error ? signal.reason : new Error('aborted'))
      signal?.addEventListener('abort', abort, { once: true })
      const finish = (outcome: ReadDocument | Error) => {
        clearTimeout(clock)
        clearInterval(look)
        signal?.removeEventListener('abort', abort)
        this.#current = undefined
        settle(outcome)
      }
      this.#current = { id, settle: finish, restartClock }
      if (this.isDead) return finish(crashed())
      if (signal?.aborted) return abort()
      const request: ReadRequest = { id, bytes }
      this.#process.send(request, (error) => {
        if (error !== null) this.#die(crashed())
      })
    })
    this.filesRead += 1
    if (result instanceof Error) throw result
    return result
  }

  /** Ends the process; a document in work fails as crashed. */
  kill(): void {
    this.#die(crashed())
  }

  #receive(message: Exclude<ChildMessage, { type: 'ready' }>): void {
    const current = this.#current
    if (current === undefined || current.id !== message.id) return
    if (message.type === 'ocr_page') current.restartClock()
    else if (message.type === 'done') current.settle(message.document)
    else current.settle(new ReadError(message.code, message.message))
  }

  async #watchMemory(): Promise<void> {
    if (this.#process.pid === undefined) return
    const bytes = await residentBytes(this.#process.pid)
    if (bytes !== undefined && bytes > this.#limits.residentBytes) this.#die(tooMuchMemory())
  }

  #die(reason: Error): void {
    this.isDead = true
    // SIGKILL: a process in a loop hears no other signal.
    this.#process.kill('SIGKILL')
    this.#current?.settle(reason)
  }
}
