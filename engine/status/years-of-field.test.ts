import { expect, it } from 'vitest'
import type { Assessed } from './assess.ts'
import type { ResumeView } from './resume-view.ts'
import { withYearsOfField } from './years-of-field.ts'

const text = 'Barista, Corner Coffee, 2011 - 2012\nOperations Manager, Northwind, 2013 - 2019\n'
const dates = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const roles = [
  { start: 0, end: 36, title: 'Barista', date_span: dates('2011 - 2012') },
  { start: 36, end: text.length, title: 'Operations Manager', date_span: dates('2013 - 2019') },
]
const view = { text, parsed: { roles } } as unknown as ResumeView
const judged = (more: object = {}, asked: object = {}) =>
  ({
    probe: { requirement: { type: 'experience' }, years: 3, ...asked },
    status: 'missing',
    rule: 'nothing_found',
    span: undefined,
    credit: 0.1,
    ...more,
  }) as unknown as Assessed
const experience = { years: 7, shares: [0, 1] }

it('calls years in the field near where the relevant years suffice, and quotes the job that counts most', () => {
  const [found] = withYearsOfField([judged()], experience, view)
  expect(found).toMatchObject({ status: 'adjacent', rule: 'years_in_the_field', credit: 0.1 })
  expect(text.slice(found!.span!.start, found!.span!.end)).toBe('Operations Manager, Northwind, 2013 - 2019')
})

it('leaves what was found or denied, other demands, and years that do not suffice', () => {
  const others = [
    judged({ status: 'matched', rule: 'named' }),
    judged({ rule: 'said_to_lack' }),
    judged({}, { requirement: { type: 'skill' } }),
    judged({}, { years: undefined }),
    judged({}, { years: 8 }),
  ]
  expect(withYearsOfField(others, experience, view)).toEqual(others)
  expect(withYearsOfField([judged()], { years: null, shares: [] }, { text, parsed: { roles: [] } } as never)).toEqual([
    judged(),
  ])
})
