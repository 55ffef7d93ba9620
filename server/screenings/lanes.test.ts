import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createLanes } from './lanes.ts'

/** Work that tells when it runs, and ends when it is told. */
function worker() {
  const lanes = createLanes()
  const running = new Set<string>()
  const ends = new Map<string, () => void>()
  const begin = (name: string) => {
    const work = () =>
      new Promise<void>((resolve) => {
        running.add(name)
        ends.set(name, () => {
          running.delete(name)
          resolve()
        })
      })
    void (name.startsWith('alone') ? lanes.alone(work) : lanes.together(work))
  }
  const end = async (name: string) => {
    ends.get(name)!()
    for (let i = 0; i < 3; i++) await nextTurn()
  }
  return { begin, end, running: () => [...running].sort().join(' ') }
}

it('what runs alone waits for what is in work, and what comes later waits for it', async () => {
  const { begin, end, running } = worker()
  for (const name of ['a', 'b', 'alone', 'c', 'd']) begin(name)
  await nextTurn()
  expect(running()).toBe('a b')
  await end('a')
  expect(running()).toBe('b')
  await end('b')
  expect(running()).toBe('alone')
  await end('alone')
  expect(running()).toBe('c d')
})

it('two that run alone run one after the other', async () => {
  const { begin, end, running } = worker()
  for (const name of ['alone 1', 'alone 2']) begin(name)
  await nextTurn()
  expect(running()).toBe('alone 1')
  await end('alone 1')
  expect(running()).toBe('alone 2')
})

it('work that fails makes room as well', async () => {
  const lanes = createLanes()
  const failed = lanes.alone(() => Promise.reject(new Error('no')))
  await expect(failed).rejects.toThrow('no')
  expect(await lanes.together(async () => 'yes')).toBe('yes')
})
