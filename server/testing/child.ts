import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll } from 'vitest'

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

export interface TestChild {
  /** Everything it wrote so far, both streams. */
  output(): string
  /** Resolves once the output matches; rejects with the output when the process ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>
  kill(signal: NodeJS.Signals): Promise<void>
  /** Its exit code, once it ends by itself. */
  exit: Promise<number | null>
}

/** Runs a TypeScript file in a Node of its own, or another program, killed at the latest when the suite ends. */
export function startChild(
  file: string,
  args: string[],
  env: Record<string, string>,
  program: string = process.execPath,
): TestChild {
  const child = spawn(program, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  const exit = once(child, 'close').then(([code]) => code as number | null)
  return {
    output: () => output,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output)
          if (found) resolve(found)
        }
        look()
        child.stdout.on('data', look)
        child.stderr.on('data', look)
        void exit.then(() => reject(new Error(`ended without ${pattern}:\n${output}`)))
      }),
    async kill(signal) {
      child.kill(signal)
      await exit
    },
    exit,
  }
}
