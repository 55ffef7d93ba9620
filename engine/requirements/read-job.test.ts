import { beforeAll, describe, expect, it } from 'vitest'
import { loadLexicon } from '../lexicon/load.ts'
import { createSkillFinder } from '../skills/index.ts'
import type { SkillFinder } from '../skills/types.ts'
import { readJob } from './read-job.ts'

let finder: SkillFinder
beforeAll(() => {
  finder = createSkillFinder(loadLexicon())
})
const read = (text: string) => readJob(text, finder)
const texts = (text: string) => read(text).requirements.map((r) => r.text)

describe('readJob', () => {
  it('reads glued text without line breaks', () => {
    const text =
      "Payroll Clerk We are a family firm.What we need:5+ years of payroll experienceBachelor's degree in accountingWhat we offer:Free lunch and a pensionEqual opportunity employer."
    const { requirements } = read(text)
    expect(requirements.map((r) => r.type)).toEqual(expect.arrayContaining(['experience', 'education']))
    expect(requirements.find((r) => r.type === 'experience')?.years_min).toBe(5)
    expect(texts(text).join(' ')).not.toMatch(/lunch|equal/i)
  })

  it('takes one of an "or" group as enough', () => {
    const { requirements } = read('Requirements:\n- PostgreSQL or MySQL')
    expect(requirements).toHaveLength(1)
    expect(requirements[0]!.any_of).toEqual(['PostgreSQL', 'MySQL'])
  })

  it('leaves out what is said not to be asked', () => {
    const found = texts(
      'Requirements: general ledger experience; SAP. QuickBooks alone is not sufficient. No degree needed.',
    )
    expect(found.join(' ')).not.toMatch(/quickbooks|degree/i)
    expect(found.length).toBeGreaterThan(0)
  })

  it('tells musts from wishes by heading and by wording', () => {
    const { requirements } = read('Must have\n- Java\n- Terraform is a plus\nNice to have\n- Scala')
    expect(Object.fromEntries(requirements.map((r) => [r.text, r.kind]))).toEqual({
      Java: 'must',
      Terraform: 'nice',
      Scala: 'nice',
    })
  })

  it('marks a legal licence as a knock-out', () => {
    const { requirements } = read('You must have\n- Current state RN license and BLS certification')
    expect(requirements.map((r) => [r.text, r.type, r.is_knockout ?? false])).toEqual([
      ['RN license', 'credential', true],
      ['BLS', 'credential', false],
    ])
  })

  it('reads a one-line list of skills', () => {
    const { title, requirements } = read('Python developer: django, postgres, docker, 3 years')
    expect(title).toBe('Python developer')
    expect(requirements.map((r) => r.text)).toEqual(expect.arrayContaining(['Django', 'PostgreSQL', 'Docker']))
    expect(requirements.some((r) => r.years_min === 3)).toBe(true)
  })

  it('quotes the job description verbatim', () => {
    const text =
      'Sous Chef\n\nWhat you bring:\n* 2+ years as a chef de partie\n* HACCP  knowledge ; ServSafe certification\n* must be able to work weekends'
    const { requirements } = read(text)
    expect(requirements.length).toBeGreaterThanOrEqual(4)
    for (const r of requirements) expect(text.indexOf(r.quote)).toBeGreaterThanOrEqual(0)
  })

  it('stays linear on 200 kB of adversarial text', () => {
    for (const unit of ['a', '- ', 'Requirements: ', '5 years ', '(((', 'and, or, ', 'Aa', ';']) {
      const from = process.hrtime.bigint()
      read(unit.repeat(200_000 / unit.length))
      expect(Number(process.hrtime.bigint() - from) / 1e6).toBeLessThan(3000)
    }
  })

  it('reads one-line job descriptions sentence by sentence', () => {
    const { title, requirements } = read(
      'Backend developer. Must have Python, FastAPI and PostgreSQL. Docker is a plus.',
    )
    expect(title).toBe('Backend developer')
    expect(requirements.map((r) => [r.text, r.kind])).toEqual([
      ['Python', 'must'],
      ['FastAPI', 'must'],
      ['PostgreSQL', 'must'],
      ['Docker', 'nice'],
    ])
  })

  it('asks for the tools besides the years of using them', () => {
    const { requirements } = read('We are looking for a data engineer with 5+ years of experience in Python and AWS.')
    expect(requirements.map((r) => r.text)).toEqual(['5+ years of Python and AWS', 'Python', 'AWS'])
  })

  it('leaves product names whole and takes a bare language for a language', () => {
    const { requirements } = read('Mechanical designer. SolidWorks required, 3 years minimum. French is nice to have.')
    expect(requirements.map((r) => [r.text, r.type])).toEqual([
      ['SolidWorks', 'skill'],
      ['3+ years of experience', 'experience'],
      ['French', 'language'],
    ])
  })
})
