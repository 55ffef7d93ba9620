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
    'Hi [Name], I read “Cut the nightly import from 4 hours to 20 minutes” in your profile. [Company] is looking for a backend engineer. You would work with PostgreSQL and Python, both of which you know from your work so far. Would you be open to a 15-minute call this week or next?',
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
  expect(message).not.toMatch(/in your profile|so far/)
})

it('names a job held where the resume tells of no deed', () => {
  const { message } = writeOutreach(backendJob, {
    ...matched,
    roles: [{ title: 'ACCOUNTANT', is_known_title: true, is_current: true }],
  })
  expect(message).toContain('I read that you work as an accountant.')
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
