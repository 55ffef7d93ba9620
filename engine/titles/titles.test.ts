import { describe, expect, it } from 'vitest'
import { loadTitles } from '../lexicon/load.ts'
import { createTitleLexicon } from './index.ts'

const titles = createTitleLexicon(loadTitles())

describe('resolving a job title', () => {
  it.each([
    ['Sr. Back-End Engineer II', 'Backend Engineer', '15-1252.00'],
    ['Registered Nurse (RN) - ICU', 'Registered Nurse', '29-1141.00'],
    ['Lead Technical Trainer', 'Technical Trainer', '13-1151.00'],
    ['Call Center Rep', 'Call Center Representative', '43-4051.00'],
    ['Senior Buyer, Electronics', 'Buyer', '13-1023.00'],
    ['Software Engineering Intern', 'Software Engineer', '15-1252.00'],
    ['dental hygienists', 'Dental Hygienist', '29-1292.00'],
    ['Executive Sous Chef', 'Executive Sous Chef', '35-1011.00'],
  ])('%s is %s', (line, title, group) => {
    const found = titles.resolve(line)
    expect(found?.title).toBe(title)
    expect(found?.group.id).toBe(group)
    expect(found?.match).toBe('exact')
  })

  it('says when only a part of the title is known', () => {
    expect(titles.resolve('Payments Backend Engineer')).toMatchObject({ title: 'Backend Engineer', match: 'part' })
  })

  it.each(['Consultant', 'Team Lead', '', 'Zorblax', '2019 - 2021'])(
    'does not guess an occupation for "%s"',
    (line) => {
      expect(titles.resolve(line)).toBeUndefined()
    },
  )

  it('lists other names of the same work and never the title itself', () => {
    const found = titles.resolve('Backend Engineer')!
    expect(found.alternates).toContain('Backend Developer')
    expect(found.alternates).not.toContain(found.title)
  })
})

it.each([
  ['Marketing Intern', 0],
  ['Junior Accountant', 1],
  ['Accountant', 2],
  ['Senior Accountant', 3],
  ['Lead Developer', 4],
  ['Accounting Manager', 5],
  ['Product Manager', 2],
  ['Senior Product Manager', 3],
  ['Director of Nursing', 6],
  ['Assistant Store Manager', 4],
])('%s has seniority %i', (line, level) => {
  expect(titles.seniority(line)).toBe(level)
})

it('tells near occupations from far ones, both ways alike', () => {
  const group = (line: string) => titles.resolve(line)!.group
  const developer = group('Software Engineer')
  const analyst = group('Systems Analyst')
  const chef = group('Sous Chef')
  expect(titles.nearness(developer, developer)).toBe(1)
  expect(titles.nearness(developer, analyst)).toBeGreaterThan(titles.nearness(developer, chef))
  expect(titles.nearness(developer, analyst)).toBe(titles.nearness(analyst, developer))
  expect(titles.nearness(developer, chef)).toBe(0)
})
