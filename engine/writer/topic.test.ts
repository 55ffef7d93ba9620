import { expect, it } from 'vitest'
import { requirement } from './testing.ts'
import { titleInSentence, topicOf } from './topic.ts'

const phraseOf = (text: string): string | undefined =>
  topicOf(requirement('r1', text, { type: 'experience' }), undefined)?.phrase

it.each([
  ['Hit monthly personal-training revenue targets', 'hitting monthly personal-training revenue targets'],
  ['Manages Network and Infrastructure teams', 'managing network and infrastructure teams'],
  ['Implementing Best Practices', 'implementing best practices'],
  ['Sales targets achieved', 'sales targets'],
  ['Software Development Life Cycle (SDLC)', 'the software development life cycle'],
  ['Month-end close', 'the month-end close'],
  ['Healthcare experience or knowledge', 'healthcare'],
  ['Coaching and performance-management skills', 'coaching and performance-management'],
])('says "%s" as a person would: %s', (text, phrase) => {
  expect(phraseOf(text)).toBe(phrase)
})

it.each([
  'Google',
  'Lead experience',
  'Shift work',
  'Virtualized or cloud environment',
  'Desire to work in corporate environment and develop consulting skills',
  'Growing manufacturer seeks a Staff Accountant reporting to the Controller',
  'Similar graphics design role with award recognition',
])('leaves out what no sentence can be built around: %s', (text) => {
  expect(phraseOf(text)).toBeUndefined()
})

it.each([
  ['Accountant', 'accountant'],
  ['Registered Nurse', 'registered nurse'],
  ['IT Business Analyst', 'IT business analyst'],
  ['Oracle Developer', 'Oracle developer'],
])('writes the title %s as %s', (title, said) => {
  expect(titleInSentence(title)).toBe(said)
})
