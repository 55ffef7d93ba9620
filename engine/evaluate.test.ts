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

describe('the same resume laid out otherwise', () => {
  const resume = `Summary
Backend engineer who builds services for warehouses and has run them at night for many years, with a liking for tests and plain code.
Experience
Backend Engineer, Northwind Ltd, 03/2018 to 11/2023
Built Python services on PostgreSQL and deployed them with Docker, which cut the time of a release from days to an hour.
Wrote the tests and the runbooks of the billing service and answered for it at night together with three other people.
Education
Bachelor of Science in Computer Science, Example State University, 2016
Skills
Python, PostgreSQL, Docker
`
  const wrap = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.replace(/(.{1,58})(?: |$)/g, '$1\n').trimEnd())
      .join('\n')
  it.each([
    ['in small letters', (text: string) => text.toLowerCase()],
    ['in capitals', (text: string) => text.toUpperCase()],
    ['wrapped', wrap],
    ['with page numbers', (text: string) => `${text}\nPage 1 of 1`],
    ['with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('has the same status, years and score %s', async (_, change) => {
    const [one, other] = await Promise.all(
      [resume, change(resume)].map(async (text) => (await run([{ id: 'x', text }])).candidates[0]!),
    )
    expect(other!.requirement_results.map((r) => r.status)).toEqual(one!.requirement_results.map((r) => r.status))
    expect(other!.experience_years_relevant).toBe(one!.experience_years_relevant)
    expect(Math.abs(other!.overall_score - one!.overall_score)).toBeLessThanOrEqual(1)
  })

  it('reads a wrapped job description as the whole one', async () => {
    const asked = `Requirements
- At least three years of building backend services in Python for a warehouse or a shop
- Knows how to model data in PostgreSQL and how to find out why a query takes too long
- Has deployed containers with Docker and watched over them in production at night
- Writes runbooks that the colleagues who are on call can follow without asking anybody
`
    const texts = async (text: string) => (await run([{ id: 'x', text: resume }], text)).requirements.map((r) => r.text)
    expect(await texts(wrap(asked))).toEqual(await texts(asked))
  })
})
