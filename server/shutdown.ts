import { setTimeout as after } from 'node:timers/promises'
import type { Deps } from './context.ts'

/** Time for a load balancer to see that /health has turned, and for running requests to end, in ms. */
const noticeMs = 2_000
const drainMs = 25_000

/**
 * Ends the process politely on SIGTERM and SIGINT: /health turns first, new work is refused two seconds later, what runs
 * may finish. A second signal ends it at once.
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
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      begin(signal).catch((err) => {
        deps.log.error({ err }, 'could not stop in order')
        process.exit(1)
      })
    })
}
