import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryDirectory } from '../testing/temporary-directory.ts'
import { deleteStaleUploads, uploadPrefix } from './stale-uploads.ts'

it('uploads that a killed process left behind are removed after an hour, and nothing else', async () => {
  const folder = temporaryDirectory()
  const now = new Date('2026-03-01T12:00:00Z')
  const make = (name: string, minutesOld: number) => {
    const path = join(folder, name)
    mkdirSync(path)
    writeFileSync(join(path, '0'), 'a resume')
    const at = new Date(now.getTime() - minutesOld * 60_000)
    utimesSync(path, at, at)
    return path
  }
  const left = make(`${uploadPrefix}abc123`, 61)
  const running = make(`${uploadPrefix}def456`, 1)
  const foreign = make('other', 1000)
  await deleteStaleUploads(now, folder)
  expect([left, running, foreign].map((path) => existsSync(path))).toEqual([false, true, true])
})
