import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'

const started = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL')
})

export interface Started {
  child: ChildProcess
  pid: number
  output(): string
  exited: Promise<void>
}

/** Starts a Node process and waits for a line of its output. */
export async function startNode(
  args: string[],
  env: Record<string, string>,
  ready: RegExp,
): Promise<Started & { match: RegExpExecArray }> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  started.add(child)
  let output = ''
  let found: RegExpExecArray | null = null
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      output = (output + chunk).slice(-100_000)
      found ??= ready.exec(output)
      if (found) resolve(found)
    }
    child.stdout!.on('data', look)
    child.stderr!.on('data', look)
    child.on('exit', (code) => reject(new Error(`${args[0]} ended with ${code}:\n${output.slice(-2_000)}`)))
  })
  const exited = once(child, 'exit').then(() => void started.delete(child))
  return { child, pid: child.pid!, match, output: () => output, exited }
}

/** Ends a process and waits for its end. */
export async function end({ child, exited }: Started, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await exited
}

const ticksPerSecond = 100

/** Processor seconds of these processes, of all their children and of those that ended, from /proc. */
export function processorSeconds(pids: readonly number[]): number {
  let ticks = 0
  for (const pid of descendants(pids)) {
    try {
      // utime, stime, cutime and cstime are fields 14 to 17; the name in field 2 may hold blanks.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      for (const field of fields.slice(11, 15)) ticks += Number(field)
    } catch {
      // It ended meanwhile.
    }
  }
  return ticks / ticksPerSecond
}

/** Resident bytes of these processes and all their children, from /proc. */
export function residentBytes(pids: readonly number[]): number {
  let sum = 0
  for (const pid of descendants(pids)) {
    try {
      sum += 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
    } catch {
      // It ended meanwhile.
    }
  }
  return sum
}

/** These processes and all their living children. */
function descendants(pids: readonly number[]): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]))
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (pids.includes(at)) return true
    return false
  }
  return [...parents.keys()].filter(isOurs)
}
