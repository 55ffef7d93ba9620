import { setTimeout as wait } from 'node:timers/promises'
import { end, type Started, startNode } from '../bulk/processes.ts'

const restartMs = 200

/** Worker processes that are started again whenever they die. */
export interface Crew {
  /** Kills a running worker with SIGKILL, one that the number (0 to 1) picks; false where none is up. */
  kill(pick: number): boolean
  /** Pauses a running worker with SIGSTOP for so long, unless it would be the last; undefined then. */
  pause(pick: number, ms: number): Promise<boolean> | undefined
  end(): Promise<void>
}

export async function startCrew(size: number, args: string[], env: Record<string, string>): Promise<Crew> {
  const up = new Set<Started>()
  const paused = new Set<Started>()
  let isEnding = false

  async function keepOne(): Promise<void> {
    while (!isEnding) {
      const worker = await startNode(args, env, /worker is up/).catch((error) => {
        if (!isEnding) console.error(String(error).slice(0, 500))
      })
      if (!worker) continue
      up.add(worker)
      onUp()
      await worker.exited
      up.delete(worker)
      if (!isEnding) await wait(restartMs)
    }
  }

  let onUp = () => {}
  const allUp = new Promise<void>((resolve) => {
    onUp = () => {
      if (up.size === size) resolve()
    }
  })
  const keeping = Array.from({ length: size }, keepOne)
  await allUp
  const choose = (pick: number): Started | undefined => {
    const running = [...up].filter((worker) => !paused.has(worker))
    return running[Math.floor(pick * running.length)]
  }
  return {
    kill(pick) {
      const worker = choose(pick)
      worker?.child.kill('SIGKILL')
      if (worker) up.delete(worker)
      return worker !== undefined
    },
    pause(pick, ms) {
      const worker = choose(pick)
      if (!worker || paused.size >= size / 2) return undefined
      paused.add(worker)
      worker.child.kill('SIGSTOP')
      return wait(ms).then(() => {
        paused.delete(worker)
        return worker.child.kill('SIGCONT')
      })
    },
    async end() {
      isEnding = true
      await Promise.all([...up].map((worker) => end(worker, 'SIGKILL')))
      await Promise.all(keeping)
    },
  }
}
