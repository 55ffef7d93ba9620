import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isLawful } from './lint.ts'
import { writeOutreach } from './outreach.ts'
import { backendJob, candidate, nurseJob } from './testing.ts'

const matched = candidate({ r1: 'matched', r2: 'matched', r3: 'missing' })

it('has one true detail, one reason and one question, within 400 characters', () => {
  const { message, subject } = writeOutreach(backendJob, {
    ...matched,
    deeds: [
      {
        quote: 'Cut the nightly import from 4 hours to 20 minutes',
        sentence: 'Cut the nightly import from 4 hours to 20 minutes with PostgreSQL.',
        has_figure: true,
      },
    ],
  })
  expect(message).toBe(
    'Hi [Name], I saw in your profile that you cut the nightly import from 4 hours to 20 minutes. [Company] is looking for a backend engineer. The role involves PostgreSQL and Python, both of which your profile shows. Would you be open to a 15-minute call this week or next?',
  )
  expect(subject.length).toBeGreaterThanOrEqual(25)
  expect(subject.length).toBeLessThanOrEqual(40)
})

it('says nothing of gaps', () => {
  const { message } = writeOutreach(backendJob, candidate({ r1: 'missing', r2: 'unclear', r3: 'adjacent' }))
  expect(message).not.toMatch(/missing|lack|gap|although|not (?:yet|have)/i)
})

it('claims no experience that is not matched', () => {
  const { message } = writeOutreach(nurseJob, candidate({ r1: 'missing', r3: 'missing', r4: 'missing' }))
  expect(message).not.toMatch(/your profile (?:that you know|shows)|as your work does/)
})

it('names a job held where the resume tells of no deed', () => {
  const { message } = writeOutreach(backendJob, {
    ...matched,
    roles: [{ title: 'ACCOUNTANT', is_known_title: true, is_current: true }],
  })
  expect(message).toContain('I saw that you work as an accountant.')
})

it.each([
  ['Cut scrap by 12% on line 3', 'that you cut scrap by 12% on line 3.'],
  ['Reconcile 46 accounts in NetSuite', 'that you reconcile 46 accounts in NetSuite.'],
  ['Rewrote our price engine in 9 weeks', 'I read “Rewrote our price engine in 9 weeks” in your profile.'],
  ['Responsible for a fleet of 40 vans', 'I read “Responsible for a fleet of 40 vans” in your profile.'],
])('says %s in the words of the resume', (quote, said) => {
  const deeds = [{ quote, sentence: quote, has_figure: true }]
  const { message } = writeOutreach(backendJob, { ...matched, deeds })
  expect(message).toContain(said)
  expect(message.toLowerCase()).toContain(quote.toLowerCase())
})

it('tells of what was changed before what is done every day, and of what is near the job before what is far', () => {
  const deedsOf = (...quotes: string[]) =>
    quotes.map((quote) => ({ quote, sentence: quote, has_figure: /\d/.test(quote) }))
  const told = (...quotes: string[]) => writeOutreach(backendJob, { ...matched, deeds: deedsOf(...quotes) }).message
  expect(told('Answer 40 tickets a week', 'Cut the bill of the cloud by 30%')).toContain('that you cut the bill')
  expect(told('Raised 900 dollars for a school', 'Designed 4 APIs for partners')).toContain('that you designed 4 APIs')
})

it('gives no reason that the title gives already', () => {
  const { message } = writeOutreach(backendJob, candidate({ r4: 'matched', r2: 'matched' }))
  expect(message).not.toContain('involves backend development')
  expect(message).toContain('The role involves Python, which your profile shows.')
})

it('keeps its limits and the law whatever the titles are', () => {
  const words = fc.constantFrom(
    'Senior',
    'Waitress',
    'Head',
    'of',
    'VERY LONG TITLE',
    'Engineer',
    '(m/f/d)',
    'young',
    'C++',
    '—',
    'Müller',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), fc.array(words, { maxLength: 12 }), (job, held) => {
      const facts = {
        ...matched,
        roles: [{ title: held.join(' '), is_known_title: held.length > 0, is_current: false }],
      }
      const { message, subject } = writeOutreach({ ...backendJob, title: job.join(' ') || undefined }, facts)
      expect(message.length).toBeLessThanOrEqual(400)
      expect(subject.length).toBeLessThanOrEqual(40)
      expect(isLawful(`${message} ${subject}`)).toBe(true)
      expect(message).toMatch(/\[Name\].*\[Company\].*\?$/s)
    }),
  )
})
