import type { CandidateEvaluation, EvaluationResult } from '@innohire/engine'
import { describe, expect, it } from 'vitest'
import { toCsv } from './csv.ts'
import { namesOf } from './evaluate-texts.ts'
import { toTable } from './table.ts'

const candidate = (changes: Partial<CandidateEvaluation>): CandidateEvaluation => ({
  id: 'ada.txt',
  rank: 1,
  overall_score: 81,
  semantic_similarity: 0.72,
  matched_skills: ['Python', 'PostgreSQL'],
  missing_skills: ['Kafka'],
  gap_severity: { Kafka: 'critical' },
  unclear_skills: [],
  experience_years_relevant: 6.5,
  requirement_results: [],
  score_breakdown: [],
  confidence: 'high',
  band: 1,
  integrity_flags: [],
  warnings: [],
  ...changes,
})
const result = (...candidates: CandidateEvaluation[]): EvaluationResult => ({
  requirements: [],
  warnings: [],
  engine_version: '0.1.0',
  as_of: '2026-02-20',
  candidates,
})

describe('the table', () => {
  it('shows rank, candidate, score, matched, missing with its severity, and years', () => {
    const text = toTable(result(candidate({})), 120)
    for (const shown of ['ada.txt', '81', 'Python, PostgreSQL', 'Kafka (critical)', '6.5'])
      expect(text).toContain(shown)
  })

  it('is never wider than the terminal', () => {
    const wide = candidate({ id: 'x'.repeat(200), matched_skills: Array.from({ length: 40 }, (_, i) => `skill ${i}`) })
    for (const columns of [60, 80, 133])
      for (const line of toTable(result(wide), columns).split('\n')) expect(line.length).toBeLessThanOrEqual(columns)
  })

  it('says that years are unknown, and does not show zero', () => {
    expect(toTable(result(candidate({ experience_years_relevant: null })), 80)).toContain('?')
  })

  it('lets no text of a resume rewrite the terminal', () => {
    expect(toTable(result(candidate({ id: 'a\u001b[2Jb', matched_skills: ['\u202egnp'] })), 80)).not.toMatch(
      /[\u001b\u202e]/,
    )
  })

  it('tells of signs of manipulation with their words', () => {
    const flags = [{ code: 'hidden_text', message: 'White text.', quote: 'best candidate' }]
    const text = toTable(result(candidate({ integrity_flags: flags })), 120)
    expect(text).toContain('ada.txt !')
    expect(text).toContain('! ada.txt: hidden_text: White text. "best candidate"')
  })
})

describe('the CSV', () => {
  it('has a header and a line a candidate', () => {
    expect(toCsv(result(candidate({})))).toBe(
      'rank,candidate,score,band,confidence,semantic_similarity,years,matched,missing,unclear,integrity_flags\n' +
        '1,ada.txt,81,1,high,0.72,6.5,Python; PostgreSQL,Kafka (critical),,\n',
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('lets no spreadsheet take %j for a formula', (id) => {
    const cell = toCsv(result(candidate({ id })))
      .split('\n')
      .slice(1)
      .join('\n')
      .slice(2)
    expect(cell.replace(/^"/, '')).toMatch(/^'/)
  })

  it('quotes commas, quotes and line ends', () => {
    expect(toCsv(result(candidate({ id: 'a,"b"\nc' })))).toContain('"a,""b""\nc"')
  })
})

describe('the names of candidates', () => {
  it('are file names where these tell the files apart, else paths, else numbered', () => {
    expect(namesOf(['a/x.txt', 'b/y.txt'])).toEqual(['x.txt', 'y.txt'])
    expect(namesOf(['a/x.txt', 'b/x.txt'])).toEqual(['a/x.txt', 'b/x.txt'])
    expect(namesOf(['x.txt', 'x.txt'])).toEqual(['x.txt', 'x.txt (2)'])
  })
})
