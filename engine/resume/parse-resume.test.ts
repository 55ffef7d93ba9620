import fc from 'fast-check'
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

  it('reads the same jobs when the line breaks are lost', () => {
    const glued = parse(resume.replace(/\s+/g, ' '))
    expect(glued.total_years).toBe(11.9)
    expect(glued.roles.map((role) => role.title)).toEqual(['Senior Accountant', 'Junior Accountant'])
  })

  it.each([
    ['title above the dates', 'Cook\n2019-01 - 2020-12\nNorthwind Kitchen\nCooked.'],
    ['dates above the title', '01/2019 to 12/2020\nCook, Northwind Kitchen\nCooked.'],
    ['all on one line', 'Cook | Northwind Kitchen | Jan 2019 - Dec 2020\nCooked.'],
    ['dates first on the line', 'Jan 2019 - Dec 2020 Cook, Northwind Kitchen\nCooked.'],
    ['a sentence', 'I worked as a cook at Northwind Kitchen from January 2019 to December 2020.'],
    [
      'a part of the job under a heading of its own',
      'Waiter\nNorthwind Kitchen\nKey projects\nMenu.\nCook\n01/2019 to 12/2020\nCooked.',
    ],
  ])('finds a job with %s', (_, text) => {
    expect(parse(`Experience\n${text}`).total_years).toBe(2)
  })

  it.each([
    ['studies', 'Experience\nNurse\n2019-01 - 2020-12\nEducation\nExample University, 2010 - 2014'],
    ['studies among the jobs', 'Experience\nNurse\n2019-01 - 2020-12\nBachelor of Science, 2010 - 2014'],
    ['certificates', 'Experience\nNurse\n2019-01 - 2020-12\nCertifications\nCPR, 01/2010 - 01/2014'],
    ['memberships', 'Experience\nNurse\n2019-01 - 2020-12\nAffiliations\nChair, 2010 - 2014'],
    ['volunteering', 'Experience\nNurse\n2019-01 - 2020-12\nVolunteer work\nCoach, 2010 - 2014'],
    ['time at home', 'Experience\nNurse\n2019-01 - 2020-12\nStay at home parent\n2010-01 - 2014-12'],
    ['versions', 'Experience\nNurse\n2019-01 - 2020-12\nAdministered Windows Server 2008/2012 and Exchange 2003-2010'],
  ])('does not count %s', (_, text) => {
    expect(parse(text).total_years).toBe(2)
  })

  it('counts nothing for dates that end before they start, and says so', () => {
    const reversed = parse('Experience\nNurse\n12/2020 - 01/2019')
    expect(reversed.total_years).toBeNull()
    expect(reversed.warnings.map((warning) => warning.code)).toEqual(['dates_reversed'])
  })

  it('says when a resume is not in English', () => {
    const german = parse(
      'Berufserfahrung\nKrankenschwester\nJanuar 2019 - heute\nPflege der Patienten auf der Station und Anleitung von Auszubildenden in der Klinik.',
    )
    expect(german).toMatchObject({ language: 'de', total_years: 7.9 })
    expect(german.warnings.map((warning) => warning.code)).toEqual(['language_not_english'])
  })

  it('reads any text without failing, twice the same, with spans inside the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(...resume.split('\n'))), {
          maxLength: 20,
        }),
        (lines) => {
          const text = lines.join('\n')
          const first = parse(text)
          expect(JSON.stringify(parse(text))).toBe(JSON.stringify(first))
          for (const { start, end } of [
            ...first.lines,
            ...first.roles,
            ...first.education,
            ...first.credentials,
            ...first.sections,
          ]) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)

  const jobs = (text: string) =>
    parse(text).roles.map(({ title, from, to, employment }) => [title, from?.year, to?.year, employment])

  it('reads a title above the line of a unit or branch that ends in dates', () => {
    expect(
      jobs(
        'Skills\nMedic\nB Company, 2nd Battalion, 9th Regiment - Fort Example, GA - May 2011 to June 2013\nTrained 20 soldiers.',
      ),
    ).toEqual([['Medic', 2011, 2013, 'job']])
  })

  it('takes a job called Volunteer for one job, not for a section of volunteering', () => {
    const text =
      'Experience\nVolunteer\nJuly 2010 to May 2011 Red Barn\nFed animals.\nSales Clerk\nApril 2012 to April 2013 Corner Shop\nSold shoes.'
    expect(jobs(text).at(-1)).toEqual(['Sales Clerk', 2012, 2013, 'job'])
    expect(parse(text).sections.map((s) => s.heading)).not.toContain('Volunteer')
  })

  it('takes neither an award nor an aside in a sentence for a job', () => {
    expect(
      jobs(
        'Experience\nField Worker, 05/2006 to 08/2006\nSeasonal worker that would return every summer till 2012\nBest Team Leader Award, January 2012 to December 2012',
      ),
    ).toEqual([['Field Worker', 2006, 2006, 'job']])
  })

  it('gives a job whose end was left out the month it names', () => {
    expect(jobs('Experience\nAccount Executive Aug 2011\nSold tax services to firms.')).toEqual([
      ['Account Executive', 2011, 2011, 'job'],
    ])
  })

  it('reads the same lines whatever the width of the page and the space between lines', () => {
    const text = `Experience
Led the move of forty stores to one stock system and trained their managers on it
Negotiated yearly contracts with carriers in Ohio, Indiana and Kentucky
Skills
Excel
SAP
`
    const lines = (written: string) => parse(written).lines.map((line) => line.text)
    expect(lines(text.replace(/(.{40,55}) /g, '$1\n'))).toEqual(lines(text))
    expect(lines(`${text}Word\nVisio\nJira\n`.replaceAll('\n', '\n\n'))).toEqual(lines(`${text}Word\nVisio\nJira\n`))
    expect(lines(text.replaceAll('\n', '   \n'))).toEqual(lines(text))
  })

  it('knows headings in small letters where none has a capital, and no others', () => {
    const kinds = (text: string) => parse(text).sections.map((s) => s.kind)
    const small = 'skills\nSage, Excel\nexperience\nBookkeeper, 2015 - 2018\nKept the books.'
    expect(kinds(small)).toEqual(['skills', 'experience'])
    expect(kinds(`Summary\nKeeps books with\nskills\nof many kinds.\nEducation\nB.A. 2012`)).toEqual([
      'summary',
      'education',
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
