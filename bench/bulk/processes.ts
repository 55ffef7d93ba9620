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

/** Resident bytes of these processes and all their children, from /proc. */
export function residentBytes(pids: readonly number[]): number {
  const parents = new Map<number, number>()
  const resident = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]))
      resident.set(Number(name), 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0))
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (pids.includes(at)) return true
    return false
  }
  let sum = 0
  for (const [pid, bytes] of resident) if (isOurs(pid)) sum += bytes
  return sum
}
