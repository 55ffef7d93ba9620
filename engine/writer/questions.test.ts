import { describe, expect, it } from 'vitest'
import { isLawful } from './lint.ts'
import { writeQuestions } from './questions.ts'
import { backendJob, candidate, nurseJob, requirement } from './testing.ts'

const strong = candidate(
  {
    r1: 'matched',
    r2: 'matched',
    r3: 'matched',
    r4: 'matched',
    r5: 'matched',
    r6: 'unclear',
    r7: 'missing',
    r8: 'missing',
  },
  { r1: 'Moved the billing tables to PostgreSQL partitions without downtime', r2: 'Python, Go, Bash' },
)
const weak = candidate(
  {
    r1: 'missing',
    r2: 'adjacent',
    r3: 'unclear',
    r4: 'missing',
    r5: 'missing',
    r6: 'unclear',
    r7: 'missing',
    r8: 'missing',
  },
  { r2: 'Built reporting tools in Ruby for the finance team' },
)

describe('screening questions', () => {
  it('do not say that nothing was found where the resume has something near', () => {
    const near = candidate({ r1: 'matched', r8: 'adjacent' }, { r8: 'Ansible, Salt, Chef, shell' })
    const [asked] = writeQuestions(backendJob, near).filter(({ question }) => /Terraform/.test(question))
    expect(asked!.question).toContain('does not say so')
  })

  it('are 5 to 8, each with two follow-ups and anchors for 1, 3 and 5', () => {
    for (const who of [strong, weak, candidate({})]) {
      const questions = writeQuestions(backendJob, who)
      expect(questions.length).toBeGreaterThanOrEqual(5)
      expect(questions.length).toBeLessThanOrEqual(8)
      for (const q of questions) {
        expect(q.probes).toHaveLength(2)
        expect(Object.keys(q.anchors)).toEqual(['1', '3', '5'])
        expect(q.question).toMatch(/^[A-Z“].*[?.]$/)
        expect(q.question).not.toMatch(/[{}]|undefined/)
        expect(isLawful(q.question)).toBe(true)
      }
    }
  })

  it('share a core among all candidates of a job and differ in the rest', () => {
    const coreOf = (who: typeof strong) => writeQuestions(backendJob, who).filter((q) => q.scope === 'core')
    expect(coreOf(strong)).toEqual(coreOf(weak))
    expect(coreOf(strong)).toHaveLength(4)
    expect(writeQuestions(backendJob, strong)).not.toEqual(writeQuestions(backendJob, weak))
  })

  it('never say the same thing twice in one list', () => {
    for (const who of [strong, weak]) {
      const questions = writeQuestions(backendJob, who).map((q) => q.question)
      const openings = questions.map((q) => q.split(' ').slice(0, 6).join(' '))
      expect(new Set(openings).size).toBe(openings.length)
    }
  })

  it('probe what the resume really says, in its words', () => {
    const probe = writeQuestions(backendJob, strong).find((q) => q.question.includes('“'))!
    expect(probe.question).toContain('“Moved the billing tables to PostgreSQL partitions without downtime”')
    expect(probe.why_asked).toBe('Moved the billing tables to PostgreSQL partitions without downtime')
  })

  it('do not read a bare list of words back to the person', () => {
    for (const q of writeQuestions(backendJob, strong)) expect(q.question).not.toContain('Python, Go, Bash')
  })

  it('ask about a missing licence first, with the right article', () => {
    const [first] = writeQuestions(
      nurseJob,
      candidate({ r1: 'missing', r2: 'matched', r3: 'missing', r4: 'unclear', r5: 'missing' }),
    ).filter((q) => q.scope === 'candidate')
    expect(first!.question).toBe(
      'This job requires an RN license, which I did not find in your resume. Do you have one, or are you working towards it?',
    )
  })

  it('turn duties into speech', () => {
    const job = {
      ...backendJob,
      requirements: [requirement('r1', 'Manage vendor contracts', { type: 'experience' })],
      kinds: {},
    }
    const own = writeQuestions(job, candidate({ r1: 'missing' })).filter((q) => q.scope === 'candidate')
    expect(own[0]!.question).toBe(
      'Your resume does not mention managing vendor contracts. Where have you done something like it?',
    )
  })

  it('ask into a deed that names a matched requirement where the evidence itself is a bare mention', () => {
    const deeds = [
      { quote: 'Ran the weekly stock count', sentence: 'Ran the weekly stock count.', has_figure: false },
      {
        quote: 'Rewrote the invoice export in Python',
        sentence: 'Rewrote the invoice export in Python.',
        has_figure: false,
      },
    ]
    const own = writeQuestions(backendJob, { ...candidate({ r2: 'matched' }, { r2: 'Python' }), deeds })
    expect(own.map((q) => q.question)).toContain(
      'Your resume says “Rewrote the invoice export in Python”. How did you go about that, and what was your own part in it?',
    )
  })

  it('ask how a daily duty is done and what a change took, in the tense of the resume', () => {
    const asked = (quote: string): string => {
      const deeds = [{ quote, sentence: quote, has_figure: false }]
      const own = writeQuestions(backendJob, { ...candidate({ r2: 'matched' }, { r2: 'Python' }), deeds })
      return own.find((q) => q.question.includes('“'))!.question
    }
    expect(asked('Check nightly Python jobs')).toContain('is hardest to get right, and how do you go about it?')
    expect(asked('Checked nightly Python jobs')).toContain('was hardest to get right, and how did you go about it?')
    expect(asked('Rebuilt the nightly Python jobs')).toContain('How did you go about that')
  })

  it('name a choice of tools as people do', () => {
    const choice = { any_of: ['Snowflake', 'Google BigQuery'], quote: 'Snowflake or BigQuery' }
    const job = {
      ...backendJob,
      requirements: [
        ...backendJob.requirements,
        requirement('r9', 'Snowflake or BigQuery', { ...choice, kind: 'nice' }),
      ],
    }
    const own = writeQuestions(job, candidate({ r9: 'missing' })).map((q) => q.question)
    expect(own).toContain(
      'I did not find Snowflake or BigQuery in your resume. Have you worked with either, or with something similar?',
    )
  })

  it('ask about one matter once: what the core names is not asked again as a gap', () => {
    for (const job of [backendJob, nurseJob])
      for (const who of [
        weak,
        candidate({ r1: 'missing', r2: 'missing', r3: 'missing', r4: 'missing', r7: 'missing' }),
      ]) {
        const questions = writeQuestions(job, who).map((q) => q.question)
        for (const name of ['PostgreSQL', 'Python', 'Docker', 'AWS', 'Epic', 'Spanish'])
          expect(questions.filter((q) => q.includes(name)).length).toBeLessThanOrEqual(1)
      }
  })

  it('never say a heading back as a job held', () => {
    const who = { ...candidate({}), roles: [{ title: 'Client', is_known_title: true, is_current: false }] }
    for (const q of writeQuestions(nurseJob, who)) expect(q.question).not.toMatch(/worked as/)
  })

  it('let no unlawful wording of a job description through', () => {
    const job = {
      ...backendJob,
      requirements: [
        requirement('r1', 'Unmarried women under 30', { type: 'other' }),
        requirement('r2', 'Native speaker of German', { type: 'language' }),
        requirement('r3', 'Clean criminal record', { type: 'other' }),
      ],
      kinds: {},
    }
    for (const q of writeQuestions(job, candidate({ r1: 'missing', r2: 'missing', r3: 'missing' })))
      expect(isLawful(`${q.question} ${q.why_asked}`)).toBe(true)
  })

  it('still make an interview of a job description that asks for nothing', () => {
    const questions = writeQuestions(
      { title: undefined, titleAliases: [], requirements: [], aliases: {}, kinds: {} },
      candidate({}),
    )
    expect(questions.length).toBeGreaterThanOrEqual(5)
  })
})
