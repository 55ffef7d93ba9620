import { setTimeout as after } from 'node:timers/promises'
import type { Deps } from './context.ts'

/** Time for a load balancer to see that /health has turned, and for running requests to end, in ms. */
const noticeMs = 2_000
const drainMs = 25_000
/** How often a server under `npm start` looks for its parent, in ms. */
const parentLookMs = 500

/**
 * Ends the process politely on SIGTERM and SIGINT: /health turns first, new work is refused two seconds later, what runs
 * may finish. A second signal ends it at once. Under `npm start`, the end of npm's shell counts as SIGTERM.
 */
export function shutDownOnSignal(
  deps: Pick<Deps, 'lifecycle' | 'log'>,
  steps: { drain(): Promise<void>; close(): Promise<void> },
): void {
  const begin = async (signal: NodeJS.Signals) => {
    if (deps.lifecycle.is_closing) process.exit(1)
    deps.lifecycle.is_closing = true
    deps.log.info({ signal }, 'stopping')
    // At a terminal nobody waits for a load balancer.
    if (signal === 'SIGTERM') await after(noticeMs)
    deps.lifecycle.refuses_work = true
    await Promise.race([steps.drain(), after(drainMs)])
    await steps.close()
    deps.log.info('stopped')
    process.exit(0)
  }
  const stop = (signal: NodeJS.Signals) => {
    begin(signal).catch((err) => {
      deps.log.error({ err }, 'could not stop in order')
      process.exit(1)
    })
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal))
  if (process.env.npm_lifecycle_event === 'start') stopWithParent(() => stop('SIGTERM'))
}

/**
 * npm runs scripts in a shell and hands SIGTERM to that shell, which dies of it and leaves the server behind, unseen, with the
 * port and the database. A process whose parent is gone has another one.
 */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, parentLookMs).unref()
}
