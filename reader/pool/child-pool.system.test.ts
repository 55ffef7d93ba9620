import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ChildPool, type PoolOptions } from './child-pool.ts'

const open: ChildPool[] = []
const openPool = (options: Partial<PoolOptions> = {}): ChildPool => {
  const pool = new ChildPool({
    entry: join(import.meta.dirname, '..', 'testing', 'faulty-entry.ts'),
    processes: 1,
    filesPerChild: 200,
    wallMs: 20_000,
    residentBytes: 512 * 1024 * 1024,
    ...options,
  })
  open.push(pool)
  return pool
}
const say = (text: string) => Buffer.from(text)

afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()))
})

describe('a pool of children', () => {
  it.each([
    ['crashes', 'crash'],
    ['leaves', 'exit'],
    ['runs out of heap', 'heap'],
  ])('loses one document when a child %s, and reads the next', async (_, order) => {
    const pool = openPool()
    await expect(pool.read(say(order))).rejects.toMatchObject({ code: 'processing_crashed' })
    await expect(pool.read(say('Ada Example'))).resolves.toMatchObject({ text: 'Ada Example' })
  })

  it('stops a child that hangs', async () => {
    const pool = openPool({ wallMs: 1000 })
    await expect(pool.read(say('hang'))).rejects.toMatchObject({ code: 'processing_timeout' })
    await expect(pool.read(say('Ada Example'))).resolves.toMatchObject({ text: 'Ada Example' })
  })

  it.runIf(process.platform === 'linux')('stops a child over its memory limit', async () => {
    const pool = openPool({ residentBytes: 256 * 1024 * 1024 })
    await expect(pool.read(say('eat memory'))).rejects.toMatchObject({
      code: 'processing_crashed',
      message: expect.stringContaining('memory'),
    })
  })

  it('gives each page of text recognition its own time', async () => {
    const pool = openPool({ wallMs: 1000 })
    await expect(pool.read(say('slow pages'))).resolves.toMatchObject({ text: 'slow pages' })
  })

  it('stops when the caller gives up, at work and in the queue', async () => {
    const pool = openPool()
    const [working, waiting] = [new AbortController(), new AbortController()]
    const first = pool.read(say('hang'), working.signal)
    const second = pool.read(say('Ada'), waiting.signal)
    waiting.abort(new Error('no longer wanted'))
    await expect(second).rejects.toThrow('no longer wanted')
    working.abort(new Error('enough'))
    await expect(first).rejects.toThrow('enough')
    await expect(pool.read(say('Ada Example'))).resolves.toMatchObject({ text: 'Ada Example' })
  })

  it('replaces a child after its share of documents', async () => {
    const pool = openPool({ filesPerChild: 2 })
    await pool.read(say('one'))
    const [first] = pool.pids()
    await pool.read(say('two'))
    await pool.read(say('three'))
    expect(pool.pids()).toHaveLength(1)
    expect(pool.pids()[0]).not.toBe(first)
  })

  it('answers every document in a crowd of good and bad ones', async () => {
    const pool = openPool({ processes: 2, wallMs: 5000 })
    const orders = Array.from({ length: 30 }, (_, i) => (i % 10 === 3 ? 'crash' : `document ${i}`))
    const results = await Promise.allSettled(orders.map((order) => pool.read(say(order))))
    expect(results.map((result, i) => (result.status === 'fulfilled' ? result.value.text : orders[i]))).toEqual(orders)
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(3)
  })

  it('leaves no child behind when closed', async () => {
    const pool = openPool()
    await pool.read(say('Ada'))
    const [pid] = pool.pids()
    await pool.close()
    await expect.poll(() => isAlive(pid!)).toBe(false)
    await expect(pool.read(say('Ada'))).rejects.toThrow('closed')
  })

  it('keeps files, programs, threads and the environment from its children, and the network where it can', async () => {
    const pool = openPool()
    const { text } = await pool.read(say('probe'))
    expect(text.split('\n').slice(0, 4)).toEqual([
      'read ERR_ACCESS_DENIED',
      'write ERR_ACCESS_DENIED',
      'run ERR_ACCESS_DENIED',
      'thread ERR_ACCESS_DENIED',
    ])
    expect(text).toContain('environment 0')
    // Loopback refuses the connection at once where it can be reached; without a network there is no way at all.
    expect(text).toContain((await pool.sandbox()).isNetworkCut ? 'dial ENETUNREACH' : 'dial ECONNREFUSED')
  })
})

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
