import { describe, expect, it } from 'vitest'
import { parseResume } from './parse-resume.ts'

const parse = (text: string, as_of = '2026-11-24') => parseResume(text, { as_of })

const resume = `Dana Example
Berlin | dana@example.com

PROFESSIONAL SUMMARY
Accountant with over 12 years of experience in audit.

WORK EXPERIENCE
Senior Accountant, Northwind Ltd
03/2019 - Present
• Closed the books of four companies each month.
• Introduced SAP for the group.

Junior Accountant | Contoso GmbH | Jan 2015 to Feb 2019
• Prepared VAT returns.

EDUCATION
Bachelor of Science in Accounting, Example University, 2010 - 2014

CERTIFICATIONS
CPA, 2016

LANGUAGES
German (native), English (C1)
`

describe('parseResume', () => {
  const parsed = parse(resume)

  it('reads title, employer and months of each job', () => {
    expect(
      parsed.roles.map(({ title, employer, from, to, is_current }) => ({ title, employer, from, to, is_current })),
    ).toEqual([
      {
        title: 'Senior Accountant',
        employer: 'Northwind Ltd',
        from: { year: 2019, month: 3 },
        to: { year: 2026, month: 11 },
        is_current: true,
      },
      {
        title: 'Junior Accountant',
        employer: 'Contoso GmbH',
        from: { year: 2015, month: 1 },
        to: { year: 2019, month: 2 },
        is_current: false,
      },
    ])
  })

  it('counts work and not education', () => {
    expect(parsed.total_years).toBe(11.9)
  })

  it('keeps a claim of years apart from the years of the dates', () => {
    expect(parsed.stated_years?.years).toBe(12)
    expect(parse('Accountant with over 12 years of experience in audit.').total_years).toBeNull()
  })

  it('reads degree, field, credentials and languages', () => {
    expect(parsed.education.map(({ level, field, is_unfinished }) => ({ level, field, is_unfinished }))).toEqual([
      { level: 'bachelor', field: 'Accounting', is_unfinished: false },
    ])
    expect(parsed.credentials.map((credential) => credential.name)).toEqual(['CPA'])
    expect(parsed.languages.map(({ name, level }) => [name, level])).toEqual([
      ['German', 'native'],
      ['English', 'fluent'],
    ])
  })

  it('places each line in its section and job', () => {
    const line = parsed.lines.find(({ text }) => text.startsWith('Prepared VAT'))
    expect(line).toMatchObject({ section: 'experience', role: 1 })
    for (const { start, end, text } of parsed.lines) expect(resume.slice(start, end).replace(/\s+/g, ' ')).toBe(text)
  })

  it('never counts fewer years at a later date', () => {
    const years = ['2019-03-01', '2020-01-01', '2024-06-01', '2026-11-24'].map(
      (date) => parse(resume, date).total_years!,
    )
    expect([...years].sort((a, b) => a - b)).toEqual(years)
  })

  it('stays linear on 200,000 characters of anything', () => {
    // Processor time, not the clock: what else the machine does is not this code's cost.
    const time = (text: string) => {
      const start = process.cpuUsage().user
      parse(text)
      return (process.cpuUsage().user - start) / 1000
    }
    for (const piece of ['A', 'a ', '. ', '2015 - ', '- ', 'Engineer ', '\n', '•', 'Jan 2015 to ', '1/', "'", '<a']) {
      const short = time(piece.repeat(Math.floor(25_000 / piece.length)))
      const long = time(piece.repeat(Math.floor(200_000 / piece.length)))
      // Eight times the text: far more than that would be a quadratic scan. The constant absorbs a busy machine.
      expect(long, JSON.stringify(piece)).toBeLessThan(short * 30 + 400)
    }
  }, 120_000)
})
