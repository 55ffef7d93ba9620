import { expect, it } from 'vitest'
import { z } from 'zod'
import { forEachDatabase } from '../testing/databases.ts'
import { defineTask } from './define-task.ts'
import { openTaskQueue } from './queue.ts'

const greet = defineTask({
  name: 'greet',
  payload: z.object({ name: z.string() }),
  retry_limit: 3,
  retry_delay_seconds: 1,
  retry_delay_max_seconds: 1,
  expire_seconds: 60,
})
const log = { warn: () => {} }

forEachDatabase('task queue', (open) => {
  it('does what a committed transaction asked for, in order of priority, and nothing of one rolled back', async () => {
    const database = await open()
    const queue = await openTaskQueue(database, [greet], log)
    await database.transaction((tx) =>
      queue.enqueue(tx, greet, [
        { payload: { name: 'late' }, priority: -3 },
        { payload: { name: 'early' }, priority: -1 },
        { payload: { name: 'early' }, priority: -2 },
      ]),
    )
    await database
      .transaction(async (tx) => {
        await queue.enqueue(tx, greet, [{ payload: { name: 'never' }, priority: 0 }])
        throw new Error('rolled back')
      })
      .catch(() => {})
    const served: string[] = []
    const done = Promise.withResolvers<void>()
    queue.work(greet, 1, async ({ name }) => {
      served.push(name)
      if (served.length === 3) done.resolve()
    })
    await done.promise
    await queue.stop()
    expect(served).toEqual(['early', 'early', 'late'])
  })

  it('tries again after a failure, under a higher claim number', async () => {
    const database = await open()
    const queue = await openTaskQueue(database, [greet], log)
    const claims: number[] = []
    const done = Promise.withResolvers<void>()
    queue.work(greet, 1, async (_, claim) => {
      claims.push(claim.number)
      if (claims.length < 2) throw new Error('not yet')
      done.resolve()
    })
    await database.transaction((tx) => queue.enqueue(tx, greet, [{ payload: { name: 'x' } }]))
    await done.promise
    await queue.stop()
    expect(claims).toHaveLength(2)
    expect(claims[1]!).toBeGreaterThan(claims[0]!)
  })

  it('a slow task does not hold up the others', async () => {
    const database = await open()
    const queue = await openTaskQueue(database, [greet], log)
    const slow = Promise.withResolvers<void>()
    const done = Promise.withResolvers<void>()
    let served = 0
    queue.work(greet, 2, async ({ name }) => {
      if (name === 'slow') await slow.promise
      else if (++served === 6) done.resolve()
    })
    const names = ['slow', 'a', 'b', 'c', 'd', 'e', 'f']
    await database.transaction((tx) =>
      queue.enqueue(
        tx,
        greet,
        names.map((name, i) => ({ payload: { name }, priority: -i })),
      ),
    )
    await done.promise
    slow.resolve()
    await queue.stop()
  })

  it('a transaction of a workspace can enqueue', async () => {
    const database = await open()
    const queue = await openTaskQueue(database, [greet], log)
    const done = Promise.withResolvers<string>()
    queue.work(greet, 1, async ({ name }) => done.resolve(name))
    await database.inWorkspace('ws_1', (tx) => queue.enqueue(tx, greet, [{ payload: { name: 'mine' } }]))
    expect(await done.promise).toBe('mine')
    await queue.stop()
  })

  it('stopping gives back what does not end in time', async () => {
    const database = await open()
    const queue = await openTaskQueue(database, [greet], log)
    const begun = Promise.withResolvers<void>()
    queue.work(greet, 1, async (_, claim) => {
      begun.resolve()
      await new Promise((_, reject) => claim.signal.addEventListener('abort', () => reject(claim.signal.reason)))
    })
    await database.transaction((tx) => queue.enqueue(tx, greet, [{ payload: { name: 'long' } }]))
    await begun.promise
    await queue.stop(0)
    const next = await openTaskQueue(database, [greet], log)
    const done = Promise.withResolvers<number>()
    next.work(greet, 1, async (_, claim) => done.resolve(claim.number))
    expect(await done.promise).toBe(1)
    await next.stop()
  })
})
