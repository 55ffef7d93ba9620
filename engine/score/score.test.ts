import { describe, expect, it } from 'vitest'
import type { Requirement } from '../types.ts'
import { gapSeverity } from './gap-severity.ts'
import { rankCandidates } from './rank.ts'
import { NOISE_POINTS, PART_WEIGHTS } from './weights.ts'

const requirement = (more: Partial<Requirement>): Requirement => ({
  id: 'r1',
  text: 'x',
  kind: 'must',
  type: 'skill',
  quote: 'x',
  ...more,
})

describe('gapSeverity', () => {
  it.each([
    ['a licence that is missing', { is_knockout: true }, 'missing', 'critical'],
    ['a licence that is nearly there', { is_knockout: true }, 'adjacent', 'critical'],
    ['a stated must that is missing', { importance: 0.8 }, 'missing', 'critical'],
    ['a stated must that is nearly there', { importance: 0.8 }, 'adjacent', 'moderate'],
    ['a duty that is missing', { importance: 0.5 }, 'missing', 'moderate'],
    ['a wish that is missing', { kind: 'nice', importance: 0.3 }, 'missing', 'minor'],
  ] as const)('%s', (_, more, status, severity) => {
    expect(gapSeverity(requirement(more), status)).toBe(severity)
  })
})

describe('rankCandidates', () => {
  const candidate = (id: string, overall_score: number, semantic_similarity = 0.5) => ({
    id,
    overall_score,
    semantic_similarity,
  })

  it('orders ties by closeness, then id, whatever the order they came in', () => {
    const pool = [candidate('c', 70), candidate('b', 70), candidate('a', 70, 0.6), candidate('d', 90)]
    const order = ['d', 'a', 'b', 'c']
    expect(rankCandidates(pool).map((c) => c.id)).toEqual(order)
    expect(rankCandidates([...pool].reverse()).map((c) => c.id)).toEqual(order)
  })

  it('gives equal scores one band, and starts a band only beyond the noise', () => {
    const bands = rankCandidates([
      candidate('a', 80),
      candidate('b', 80),
      candidate('c', 80 - NOISE_POINTS),
      candidate('d', 79 - NOISE_POINTS),
    ])
    expect(bands.map((c) => c.band)).toEqual([1, 1, 1, 2])
  })
})

it('the weights of the parts add up to 1', () => {
  expect(Object.values(PART_WEIGHTS).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10)
})
