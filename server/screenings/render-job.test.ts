import { Candidate } from '@innohire/contract'
import { expect, it } from 'vitest'
import { cutCandidate } from './outcome.ts'
import { renderJob } from './render-job.ts'

const candidate = (id: string, overall_score: number) =>
  Candidate.parse({
    id,
    rank: 1,
    overall_score,
    semantic_similarity: 0.5,
    matched_skills: ['"rank":7, ü'],
    missing_skills: [],
    gap_severity: {},
    experience_years_relevant: null,
    unclear_skills: [],
    requirement_results: [],
    score_breakdown: [],
    confidence: 'high',
    band: 1,
    integrity_flags: [],
    warnings: [{ code: 'x', message: 'y'.repeat(9_000) }],
  })
const head = { job_id: 'bulk_x', status: 'processing', progress: 10, as_of: '2026-01-31' } as const

it('is the JSON of the ranked candidates, field by field as they were stored', () => {
  const all = [candidate('low', 20), candidate('high', 90)]
  const failures = [{ id: 'bad', url: null, code: 'corrupt_file' as const, message: 'Broken.' }]
  const text = [...renderJob({ head, facts: undefined, candidates: all.map(cutCandidate), failures })].join('')
  expect(text).toBe(
    JSON.stringify({
      job_id: 'bulk_x',
      status: 'processing',
      progress: 10,
      candidates: [
        { ...all[1], rank: 1, band: 1 },
        { ...all[0], rank: 2, band: 2 },
      ],
      failures,
      as_of: '2026-01-31',
    }),
  )
})

it('comes in parts, so that a long job is never whole in memory', () => {
  const candidates = Array.from({ length: 50 }, (_, i) => cutCandidate(candidate(String(i), i)))
  const parts = [...renderJob({ head, facts: undefined, candidates, failures: [] })]
  expect(parts.length).toBeGreaterThan(5)
  expect(JSON.parse(parts.join('')).candidates).toHaveLength(50)
})
