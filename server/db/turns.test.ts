import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createTurns, type Lane } from './turns.ts'

/** Takes turns in this order while the first is held, and tells in which order they came. */
async function order(lanes: readonly Lane[]): Promise<string> {
  const turns = createTurns()
  const { promise, resolve: release } = Promise.withResolvers<void>()
  const held = turns.take('background', () => promise)
  const came: string[] = []
  const all = lanes.map((lane) => turns.take(lane, async () => void came.push(lane[0]!)))
  release()
  await Promise.all([held, ...all])
  return came.join('')
}

it('requests go before background work that asked earlier', async () => {
  expect(await order(['background', 'background', 'request', 'request'])).toBe('rrbb')
})

it('background work goes on while requests never end', async () => {
  const came = await order([...Array<Lane>(3).fill('background'), ...Array<Lane>(40).fill('request')])
  expect(came).toBe(`${'r'.repeat(8)}b${'r'.repeat(8)}b${'r'.repeat(8)}b${'r'.repeat(16)}`)
})

it('one at a time, and the event loop turns in between', async () => {
  const turns = createTurns()
  let running = 0
  let loops = 0
  let isDone = false
  const count = (async () => {
    for (; !isDone; loops++) await nextTurn()
  })()
  await Promise.all(
    Array.from({ length: 20 }, () =>
      turns.take('request', async () => {
        expect(++running).toBe(1)
        await Promise.resolve()
        running--
      }),
    ),
  )
  isDone = true
  await count
  expect(loops).toBeGreaterThanOrEqual(19)
})

it('a turn that fails fails for its taker only, and the next one comes', async () => {
  const turns = createTurns()
  const failed = turns.take('request', () => Promise.reject(new Error('no')))
  const next = turns.take('request', async () => 'yes')
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
