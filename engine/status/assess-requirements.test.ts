import { beforeAll, describe, expect, it } from 'vitest'
import { loadLexicon } from '../lexicon/load.ts'
import { wordHashEmbed } from '../testing/word-hash-embed.ts'
import { createTools, type Tools } from '../tools.ts'
import type { Requirement, RequirementStatus } from '../types.ts'
import { assessRequirements } from './assess-requirements.ts'
import { judgeEducation } from './education-status.ts'
import { viewResume } from './resume-view.ts'

let tools: Tools
beforeAll(() => {
  tools = createTools({ embed: wordHashEmbed, lexicon: loadLexicon() })
})

async function statusOf(type: Requirement['type'], text: string, resume_text: string): Promise<RequirementStatus> {
  const [result] = await assessRequirements(
    { requirements: [{ id: 'r1', text, type, kind: 'must', quote: text }], resume_text, as_of: '2026-11-01' },
    tools,
  )
  return result!.status
}
const studied = (degree: string): string => `Ana Example\nEducation\n${degree}, Example College, 2016\n`

describe('education', () => {
  it('takes an associate degree of the field as near to a bachelor, and of another field as none', async () => {
    const asked = "Bachelor's degree in nursing"
    expect(await statusOf('education', asked, studied('Associate of Science in Nursing'))).toBe('adjacent')
    expect(await statusOf('education', asked, studied('Associate of Science in Welding'))).toBe('missing')
  })

  it('takes one business subject as near to another', async () => {
    const held = studied('Bachelor of Arts in Economics')
    expect(await statusOf('education', "Bachelor's degree in accounting", held)).toBe('adjacent')
  })

  it('does not take long work in another field for a degree', async () => {
    const resume = 'Ana Example\nExperience\nBarista, Corner Coffee, 2001 - 2023\nPrepared drinks and served guests.\n'
    const asked = "Bachelor's degree in computer science or equivalent experience"
    expect(await statusOf('education', asked, resume)).toBe('missing')
  })
})

describe('languages', () => {
  it('asks for both languages where a bilingual person is wanted', async () => {
    const resume = (languages: string): string =>
      `Ana Example\nSummary\nI help guests at the front desk and answer their questions.\nLanguages: ${languages}\n`
    const asked = 'Bilingual English/Spanish'
    expect(await statusOf('language', asked, resume('English (native)'))).toBe('adjacent')
    expect(await statusOf('language', asked, resume('English (native), Spanish (fluent)'))).toBe('matched')
  })
})

describe('licences', () => {
  it('finds a licence by its trade where no short name is known', async () => {
    const of = (line: string) =>
      statusOf('credential', 'Dental hygienist license, active', `Ana Example\nCertifications\n${line}\n`)
    expect(await of('Licensed Dental Hygienist, State of Ohio')).toBe('matched')
    expect(await of('Dental Hygienist License (expired 2019)')).toBe('adjacent')
    expect(await of('Worked as a dental hygienist')).not.toBe('matched')
  })
})

describe('a credential of somebody else', () => {
  const of = (line: string) =>
    statusOf('credential', 'CPA', `Ana Example\nBookkeeper, Corner Firm, 2018 - 2020\n${line}\n`)
  it.each([
    ["Collaborated with CPA's and managers.", false],
    ['Worked closely with the external CPA on the audit.', false],
    ['Assisted a CPA in closing the books.', false],
    ['Worked with external CPA firms.\nCPA, State of Ohio, 2019', true],
    ['Accountant with CPA and ten years of practice', true],
    ['Worked with clients as a CPA.', true],
  ])('%s', async (line, isHeld) => expect((await of(line)) === 'matched').toBe(isHeld))
})

describe('what the resume says of a skill', () => {
  const of = (line: string) =>
    statusOf('skill', 'PostgreSQL', `Ana Example\nSkills\n${line}\nBarista, Corner Coffee, 2018 - 2020\n`)
  it.each([
    ['Built services on Postgres.', 'matched'],
    ['Familiar with PostgreSQL.', 'adjacent'],
    ['No experience with PostgreSQL.', 'missing'],
    ['Want to learn PostgreSQL.', 'missing'],
    ['No experience with Python, PostgreSQL or Docker.', 'missing'],
  ])('%s', async (line, status) => expect(await of(line)).toBe(status))

  it('one of several alternatives is enough', async () => {
    const resume = 'Ana Example\nNurse, City Hospital, 2018 - 2020\nCharted in Epic.\n'
    expect(await statusOf('skill', 'Epic or Cerner', resume)).toBe('matched')
  })
})

describe('alternatives', () => {
  it('one that is named is enough, though another is no known name', async () => {
    const resume_text =
      'Ana Example\nBarista, Corner Coffee, 2018 - 2020\nServed guests.\nSoftware: Puppet, Windows, Word\n'
    const text = 'Quibblecast or Puppet'
    const asked = { id: 'r1', text, quote: text, any_of: ['Quibblecast', 'Puppet'] }
    const [result] = await assessRequirements(
      { requirements: [{ ...asked, type: 'skill', kind: 'nice' }], resume_text, as_of: '2026-11-01' },
      tools,
    )
    expect(result).toMatchObject({ status: 'matched', evidence: [{ quote: 'Puppet', rule: 'named' }] })
  })
})

describe('credentials of one field', () => {
  it('cover what is below them and not what is above', async () => {
    const holding = (card: string): string =>
      `Ana Example\nCook, Corner Grill, 2015 - 2019\nCooked.\nCertifications\n${card}\n`
    const manager = 'Food safety certification (ServSafe Manager)'
    expect(await statusOf('credential', manager, holding('Food Handler card'))).not.toBe('matched')
    expect(await statusOf('credential', manager, holding('ServSafe Manager'))).toBe('matched')
    expect(await statusOf('credential', 'Food handler card', holding('ServSafe Manager'))).toBe('matched')
  })
})

describe('suites', () => {
  it('are shown by two of their parts, and one part comes near', async () => {
    const listing = (tools: string): string =>
      `Ana Example\nClerk, Northwind, 2015 - 2019\nFiled letters.\nSkills: ${tools}\n`
    expect(await statusOf('skill', 'Microsoft Office', listing('Excel, Word, Outlook'))).toBe('matched')
    expect(await statusOf('skill', 'Microsoft Office', listing('Word, Excel'))).toBe('matched')
    expect(await statusOf('skill', 'Adobe Creative Suite', listing('Excel, Word, Outlook'))).toBe('missing')
    const [one] = await assessRequirements(
      {
        requirements: [{ id: 'r1', text: 'Microsoft Office', type: 'skill', kind: 'must', quote: 'Microsoft Office' }],
        resume_text: listing('MS Excel'),
        as_of: '2026-11-01',
      },
      tools,
    )
    expect(one!.status).not.toBe('matched')
  })
})

describe('evidence', () => {
  const resume = `Ana Example
Skills
Python, SQL, Excel
Experience
Data Analyst, Northwind Ltd, 01/2019 - 12/2022
Wrote SQL reports on delivery times for three warehouses.
Trained new colleagues on the reporting tools.
`
  const evidenceOf = async (text: string, type: Requirement['type'] = 'skill') => {
    const requirements = [{ id: 'r1', text, type, kind: 'must' as const, quote: text }]
    const [result] = await assessRequirements({ requirements, resume_text: resume, as_of: '2026-11-01' }, tools)
    return result!.evidence[0]
  }

  it('quotes a skill where it was used, with the words around it, rather than from a list', async () => {
    const sql = await evidenceOf('SQL')
    expect(sql).toMatchObject({ quote: 'SQL', context: 'Wrote SQL reports on delivery times for three warehouses.' })
    expect(resume.slice(sql!.start, sql!.end)).toBe('SQL')
    expect(sql!.start).toBe(resume.indexOf('SQL reports'))
    expect(await evidenceOf('Python')).toMatchObject({ quote: 'Python', context: 'Python, SQL, Excel' })
  })

  it('quotes title and dates of a job that stands in for a degree', () => {
    const view = viewResume(resume, [], { ...tools, as_of: '2026-11-01' })
    const text = 'Degree in data analysis or 2+ years of equivalent experience'
    const asked = { level: 'bachelor', field: 'data analysis', allowsExperience: true } as const
    const { rule, span } = judgeEducation(text, asked, view, tools.words, 1)
    expect(rule).toBe('experience_instead_of_degree')
    expect(resume.slice(span!.start, span!.end)).toBe('Data Analyst, Northwind Ltd, 01/2019 - 12/2022')
  })
})
