import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startChild } from '../testing/child.ts'
import { temporaryDirectory } from '../testing/temporary-directory.ts'
import { findLockHolder, lockDirectory } from './lock.ts'
import { openDatabase } from './open.ts'
import { workspaces } from './schema.ts'

const holder = join(import.meta.dirname, '../testing/hold-database.ts')

describe('the embedded database', () => {
  it('keeps every acknowledged row through kill -9, and opens again', async () => {
    const DATA_DIR = temporaryDirectory()
    const acknowledged: string[] = []
    for (let kill = 1; kill <= 3; kill++) {
      const child = startChild(holder, [], { DATA_DIR, WRITE: 'rows' })
      await child.until(new RegExp(`(row \\S+\\s+){${20 * kill}}`))
      await child.kill('SIGKILL')
      // The last line may be cut: only a whole one is an acknowledgement.
      acknowledged.push(...[...child.output().matchAll(/^row (\S+)\n/gm)].map((match) => match[1]!))
    }
    const database = await openDatabase({ data_dir: DATA_DIR })
    const rows = await database.transaction((tx) => tx.select({ id: workspaces.id }).from(workspaces))
    await database.close()
    const kept = new Set(rows.map((row) => row.id))
    expect(acknowledged.length).toBeGreaterThanOrEqual(120)
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  })

  it('refuses a second process, names the first and says the way out', async () => {
    const DATA_DIR = temporaryDirectory()
    const first = startChild(holder, [], { DATA_DIR })
    await first.until(/serving/)
    await expect(openDatabase({ data_dir: DATA_DIR })).rejects.toThrow(
      /in use by process \d+ on .*one process at a time.*DATABASE_URL/s,
    )
    await first.kill('SIGKILL')
    const database = await openDatabase({ data_dir: DATA_DIR })
    await database.close()
    expect(existsSync(join(DATA_DIR, 'db.lock'))).toBe(false)
  })

  it('keeps the directory closed to other users', async () => {
    const data_dir = join(temporaryDirectory(), 'data')
    const database = await openDatabase({ data_dir })
    await database.close()
    const { mode } = await import('node:fs').then((fs) => fs.statSync(data_dir))
    expect(mode & 0o077).toBe(0)
  })
})

describe('the lock of a directory', () => {
  const withLock = (content: string) => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'db.lock'), content)
    return directory
  }
  const takeable = (directory: string) => {
    const lock = lockDirectory(directory)
    lock.release()
    return !existsSync(join(directory, 'db.lock'))
  }

  it('is refused to the process that has it already', () => {
    const directory = temporaryDirectory()
    const lock = lockDirectory(directory)
    expect(() => lockDirectory(directory)).toThrow('in use by process')
    expect(findLockHolder(directory)).toMatchObject({ pid: process.pid })
    lock.release()
    expect(takeable(directory)).toBe(true)
  })

  it('is taken over from a process that is gone, and from another one that has its number now', async () => {
    const { hostname } = await import('node:os')
    const gone = { pid: 2 ** 22 + 1, started: '1', host: hostname(), token: 'a' }
    expect(takeable(withLock(JSON.stringify(gone)))).toBe(true)
    expect(takeable(withLock(JSON.stringify({ ...gone, pid: process.pid })))).toBe(true)
  })

  it('of another host is taken over only once its heartbeat has stopped', () => {
    const elsewhere = withLock(JSON.stringify({ pid: 1, started: '1', host: 'another-container', token: 'a' }))
    expect(() => lockDirectory(elsewhere)).toThrow('another-container')
    const long_ago = new Date(Date.now() - 60_000)
    utimesSync(join(elsewhere, 'db.lock'), long_ago, long_ago)
    expect(takeable(elsewhere)).toBe(true)
  })

  it('is taken over where its file is unreadable and old', () => {
    const broken = withLock('{')
    const long_ago = new Date(Date.now() - 60_000)
    utimesSync(join(broken, 'db.lock'), long_ago, long_ago)
    expect(takeable(broken)).toBe(true)
  })

  it('goes to exactly one of several processes that find a dead holder', async () => {
    const directory = withLock(JSON.stringify({ pid: 2 ** 22 + 1, started: '1', host: 'gone', token: 'a' }))
    const long_ago = new Date(Date.now() - 60_000)
    utimesSync(join(directory, 'db.lock'), long_ago, long_ago)
    mkdirSync(join(directory, 'bin'))
    const script = join(directory, 'bin', 'take.ts')
    writeFileSync(
      script,
      `import { lockDirectory } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
try { lockDirectory(${JSON.stringify(directory)}); console.log('taken'); setInterval(() => {}, 60_000) }
catch { console.log('refused') }`,
    )
    const children = Array.from({ length: 6 }, () => startChild(script, [], {}))
    await Promise.all(children.map((child) => child.until(/taken|refused/)))
    expect(children.filter((child) => child.output().includes('taken'))).toHaveLength(1)
  })
})
