import { beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from './index.ts'
import { loadLexicon } from './lexicon/load.ts'
import { wordHashEmbed } from './testing/word-hash-embed.ts'

const job = `Backend Engineer

Requirements
- 3+ years of backend development
- Python and PostgreSQL
- Docker or Kubernetes
- Bachelor's degree in computer science
Nice to have
- Fluent German
`
const strong = `Maya Okafor
Backend Engineer
Experience
Backend Engineer, Northwind Ltd, 03/2018 - Present
Built Python services on PostgreSQL and deployed them with Docker.
Education
Bachelor of Science in Computer Science, Example State University, 2016
Languages: German (fluent), English
`
const weak = `Tom Reyes
Barista
Experience
Barista, Corner Coffee, 2019 - 2023
Prepared drinks and served guests.
`
let engine: Engine
beforeAll(() => {
  engine = createEngine({ embed: wordHashEmbed, lexicon: loadLexicon() })
})
const run = (resumes: { id: string; text: string }[], job_description = job) =>
  engine.evaluate({ job_description, resumes, as_of: '2026-11-01' })

describe('evaluate', () => {
  it('ranks the candidate who meets the demands first and says why', async () => {
    const { candidates, requirements } = await run([
      { id: 'weak', text: weak },
      { id: 'strong', text: strong },
    ])
    expect(candidates.map((c) => c.id)).toEqual(['strong', 'weak'])
    expect(candidates[0]!.overall_score).toBeGreaterThan(candidates[1]!.overall_score + 20)
    expect(candidates[0]!.matched_skills).toEqual(expect.arrayContaining(['Python', 'PostgreSQL']))
    expect(candidates[1]!.missing_skills).toContain('Python')
    expect(requirements.find((r) => r.any_of)?.any_of).toEqual(['Docker', 'Kubernetes'])
  })

  it('quotes the resume verbatim wherever it gives credit', async () => {
    const { candidates } = await run([{ id: 'a', text: `\u{1F600} ${strong}` }])
    const points = [...`\u{1F600} ${strong}`]
    const results = candidates[0]!.requirement_results
    for (const result of results) {
      if (result.status === 'matched' || result.status === 'adjacent') expect(result.evidence.length).toBeGreaterThan(0)
      for (const e of result.evidence) expect(points.slice(e.start, e.end).join('')).toBe(e.quote)
    }
    expect(results.some((r) => r.evidence.length > 0)).toBe(true)
  })

  it('puts every requirement into exactly one list, and grades exactly the missing ones', async () => {
    const { candidates, requirements } = await run([{ id: 'weak', text: weak }])
    const c = candidates[0]!
    expect([...c.matched_skills, ...c.missing_skills, ...c.unclear_skills].sort()).toEqual(
      requirements.map((r) => r.text).sort(),
    )
    expect(Object.keys(c.gap_severity)).toEqual(c.missing_skills)
  })

  it('adds the parts up to the score', async () => {
    const { candidates } = await run([{ id: 'strong', text: strong }])
    const { score_breakdown, overall_score } = candidates[0]!
    expect(score_breakdown.reduce((sum, p) => sum + p.weight, 0)).toBeCloseTo(1, 3)
    expect(Math.round(score_breakdown.reduce((sum, p) => sum + p.weight * p.value * 100, 0))).toBe(overall_score)
  })

  it('gives the same candidates the same bytes whatever the order and company of the resumes', async () => {
    const a = { id: 'a', text: strong }
    const b = { id: 'b', text: weak }
    const together = JSON.stringify((await run([a, b])).candidates)
    expect(JSON.stringify((await run([b, a])).candidates)).toBe(together)
    const [alone] = (await run([a])).candidates
    expect(alone!.overall_score).toBe(JSON.parse(together)[0].overall_score)
  })

  it('scores a job description without requirements by meaning alone, with a warning and low confidence', async () => {
    const { candidates, warnings, requirements } = await run([{ id: 'a', text: strong }], 'Hello there. Nice day.')
    expect(requirements).toEqual([])
    expect(warnings.map((w) => w.code)).toContain('no_requirements_found')
    expect(candidates[0]!.score_breakdown.map((p) => p.part)).toEqual(['semantic_fit'])
    expect(candidates[0]!.confidence).toBe('low')
  })

  it('leaves a text out when its option is off', async () => {
    const { candidates } = await engine.evaluate({
      job_description: job,
      resumes: [{ id: 'a', text: strong }],
      as_of: '2026-11-01',
      options: { generate_questions: false, generate_boolean_string: false, generate_outreach: false },
    })
    expect(candidates[0]).not.toHaveProperty('screening_questions')
    expect(candidates[0]).not.toHaveProperty('boolean_search_string')
    expect(candidates[0]).not.toHaveProperty('linkedin_outreach_draft')
  })
})
