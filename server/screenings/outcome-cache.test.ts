import { expect, it } from 'vitest'
import type { StoredOutcome } from './outcome.ts'
import { createOutcomeCache } from './outcome-cache.ts'

const outcome = (characters: number): StoredOutcome => ({
  candidate: { id: 'a', overall_score: 1, semantic_similarity: 1, pieces: ['x'.repeat(characters)], holes: [] },
})
const outcomes = (count: number, characters = 10) =>
  new Map(Array.from({ length: count }, (_, position) => [position, outcome(characters)]))

it('keeps the screenings that were used last, and never more than it may', () => {
  const cache = createOutcomeCache({ nowMs: () => 0, maxCharacters: 250 })
  cache.add('ws', 'first', outcomes(10))
  cache.add('ws', 'second', outcomes(10))
  cache.find('ws', 'first')
  cache.add('ws', 'third', outcomes(10))
  expect([cache.find('ws', 'first').size, cache.find('ws', 'second').size, cache.find('ws', 'third').size]).toEqual([
    10, 0, 10,
  ])
  cache.add('ws', 'huge', outcomes(100))
  expect(cache.size()).toBe(0)
  cache.close()
})

it('forgets a screening on demand, and by itself when nobody polls it', () => {
  let now = 0
  const cache = createOutcomeCache({ nowMs: () => now, idleMs: 1_000 })
  cache.add('ws', 'erased', outcomes(3))
  cache.forget('ws', 'erased')
  expect([cache.find('ws', 'erased').size, cache.size()]).toEqual([0, 0])
  cache.add('ws', 'left', outcomes(3))
  cache.add('ws', 'polled', outcomes(3))
  now = 600
  cache.find('ws', 'polled')
  now = 1_200
  cache.dropIdle()
  expect([cache.find('ws', 'left').size, cache.find('ws', 'polled').size, cache.size()]).toEqual([0, 3, 30])
  cache.close()
})

it('has nothing for another workspace', () => {
  const cache = createOutcomeCache({ nowMs: () => 0 })
  cache.add('ws', 'one', outcomes(3))
  cache.forget('other', 'one')
  expect([cache.find('other', 'one').size, cache.find('ws', 'one').size]).toEqual([0, 3])
  cache.close()
})

it('counts an outcome once, however often it is added', () => {
  const cache = createOutcomeCache({ nowMs: () => 0 })
  cache.add('ws', 'one', outcomes(3))
  cache.add('ws', 'one', outcomes(4))
  expect(cache.size()).toBe(40)
  cache.close()
})
