import { describe, expect, it } from 'vitest'
import { writeBoolean, writeXraySearch } from './boolean.ts'
import { backendJob, nurseJob, parseBoolean, requirement } from './testing.ts'
import type { JobFacts } from './types.ts'

const knownTerms = (job: JobFacts): string =>
  [
    job.title,
    ...job.titleAliases,
    ...job.requirements.flatMap((r) => [r.text, ...(r.any_of ?? [])]),
    ...Object.values(job.aliases).flat(),
  ]
    .join('\n')
    .toLowerCase()

describe.each([
  ['backend', backendJob],
  ['nurse', nurseJob],
])('the Boolean string of a %s job', (_, job) => {
  const text = writeBoolean(job)
  it('is balanced, with known operators only, at most four AND groups, three names each, 250 characters', () => {
    const { groups, not } = parseBoolean(text)
    expect(groups.length).toBeGreaterThanOrEqual(2)
    expect(groups.length).toBeLessThanOrEqual(4)
    for (const names of groups) expect(names.length).toBeLessThanOrEqual(3)
    expect(['recruiter', 'intern']).toEqual(expect.arrayContaining(not))
    expect(text.length).toBeLessThanOrEqual(250)
  })
  it('holds only terms of the job description or of the lexicon', () => {
    for (const name of parseBoolean(text).groups.flat()) expect(knownTerms(job)).toContain(name.toLowerCase())
  })
  it('has a twin for web search within 32 words', () => {
    const xray = writeXraySearch(job)
    expect(xray).toMatch(/^site:linkedin\.com\/in /)
    expect(xray).not.toMatch(/ AND | NOT /)
    expect(xray.split(/\s+/).length).toBeLessThanOrEqual(32)
  })
})

it('searches by title without rank and brackets, and by the other names of skills', () => {
  expect(writeBoolean(backendJob)).toBe(
    '("Backend Engineer" OR "Backend Developer" OR "Server-Side Developer") AND ("PostgreSQL" OR "Postgres" OR "psql") AND ("Python") AND ("AWS" OR "Terraform") NOT (recruiter OR intern)',
  )
})

it('never searches for schools, years, gendered or protected terms', () => {
  const job: JobFacts = {
    title: 'Waitress',
    titleAliases: ['Salesman', 'Server'],
    requirements: [
      requirement('r1', 'Stanford University', {}),
      requirement('r2', 'Class of 2019', {}),
      requirement('r3', 'Young team player under 30', {}),
      requirement('r4', 'Table service', { type: 'experience' }),
    ],
    aliases: {},
    kinds: {},
  }
  const text = writeBoolean(job)
  expect(text).not.toMatch(/waitress|salesman|university|2019|young/i)
  expect(text).toContain('"Server"')
})

it('does not exclude interns or recruiters where they are searched for', () => {
  const job = { ...backendJob, title: 'Recruiting Intern', titleAliases: ['Recruiter'] }
  expect(writeBoolean(job)).not.toContain('NOT')
})

it('leaves out other names of a title that share no word with it', () => {
  const job = { ...backendJob, title: 'Site Superintendent', titleAliases: ['Maintenance Engineer', 'Superintendent'] }
  expect(writeBoolean(job)).not.toContain('Maintenance')
})

it('spends its groups on rare names first and not on what everybody claims', () => {
  const job: JobFacts = {
    title: 'Data Analyst',
    titleAliases: [],
    requirements: [requirement('r1', 'Microsoft Office'), requirement('r2', 'SQL'), requirement('r3', 'Snowflake')],
    aliases: {},
    kinds: { r1: 'technology', r2: 'technology', r3: 'technology' },
    specificity: { r1: 0.1, r2: 0.4, r3: 0.9 },
  }
  expect(writeBoolean(job)).toBe('("Data Analyst") AND ("Snowflake") AND ("SQL") NOT (recruiter OR intern)')
})

it('looks for people of the same rank, under names as people write them', () => {
  const job = {
    ...backendJob,
    title: 'Sous Chef',
    titleAliases: ['Executive Chef', 'Head Chef', 'Chef Of The Kitchen', 'Banquet Chef'],
  }
  expect(writeBoolean(job)).toContain('("Sous Chef" OR "Chef of the Kitchen" OR "Banquet Chef")')
})

it('demands no single nice-to-have, no two-letter alias, and writes names as the job description does', () => {
  const job: JobFacts = {
    title: 'Platform Engineer',
    titleAliases: [],
    requirements: [
      requirement('r1', 'TypeScript'),
      requirement('r2', 'Apache Kafka', { quote: 'Kafka' }),
      requirement('r3', 'OSHA', { type: 'credential', quote: 'OSHA 30 required' }),
      requirement('r4', 'Spanish', { type: 'language', kind: 'nice' }),
    ],
    aliases: { r1: ['TS'], r2: ['AK'] },
    kinds: { r1: 'technology', r2: 'technology' },
  }
  expect(writeBoolean(job)).toBe(
    '("Platform Engineer") AND ("TypeScript") AND ("Kafka") AND ("OSHA 30" OR "OSHA") NOT (recruiter OR intern)',
  )
})

it('is empty where nothing can be searched for', () => {
  const job: JobFacts = { title: undefined, titleAliases: [], requirements: [], aliases: {}, kinds: {} }
  expect(writeBoolean(job)).toBe('')
  expect(writeXraySearch(job)).toBe('')
})
