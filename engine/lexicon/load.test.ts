import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createSkillFinder } from '../skills/index.ts'
import { loadLexicon } from './load.ts'

it('the lexicon is read and made ready in a moment', () => {
  const before = process.threadCpuUsage()
  createSkillFinder(loadLexicon())
  const { user, system } = process.threadCpuUsage(before)
  // About 120 ms of this thread on a quiet machine, aim 200; busy neighbours share its caches, hence the room.
  expect((user + system) / 1000).toBeLessThan(500)
})

it('its JSON files stay small enough to review and clone', () => {
  const folder = join(import.meta.dirname, 'data')
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
    expect(statSync(join(folder, file)).size, file).toBeLessThan(2_000_000)
})

it('every relation points at a concept, and no pair is listed twice', () => {
  const { concepts, implies, related } = loadLexicon()
  const isPlace = (at: number): boolean => Number.isInteger(at) && at >= 0 && at < concepts.length
  for (const [a, b] of implies) expect(isPlace(a) && isPlace(b) && a !== b).toBe(true)
  for (const [a, b, strength] of related) {
    expect(isPlace(a) && isPlace(b) && a < b).toBe(true)
    expect(strength).toBeGreaterThan(0)
    expect(strength).toBeLessThan(100)
  }
  expect(new Set(related.map(([a, b]) => `${a} ${b}`)).size).toBe(related.length)
})

it('names where its data comes from', () => {
  const notice = readFileSync(join(import.meta.dirname, 'NOTICE.md'), 'utf8')
  for (const source of ['ESCO', 'CC BY 4.0', 'USDOL/ETA', 'MIT']) expect(notice).toContain(source)
})
