import { expect, it } from 'vitest'
import { isAchievement, isPast, speakableQuote, toldToYou } from './quote.ts'

it.each([
  ['Moved the ledger to five services', true],
  ['Reduced waste by 9%', true],
  ['Trained a team of 9 from two to six machines', true],
  ['Check 60 deliveries a week', false],
  ['Took 27 depositions', false],
  ['Opened and closed the store', false],
  ['Opened 31 new accounts', true],
])('tells what was changed from what is done every day: %s', (quote, is) => {
  expect(isAchievement(quote)).toBe(is)
})

it.each([
  ['Led a crew of seven', true],
  ['Assessed pupils each term', true],
  ['Lead a crew of seven', false],
  ['Feed 40 animals', false],
])('knows the tense of %s', (quote, is) => {
  expect(isPast(quote)).toBe(is)
})

it.each([
  ['Led a crew of seven', 'you led a crew of seven'],
  ['Managing two sites', undefined],
  ['Increased our sales by 4%', undefined],
  ['Head of a crew of seven', undefined],
])('says %s to the person', (quote, said) => {
  expect(toldToYou(quote)).toBe(said)
})

it.each([
  [
    'Found the signup step that lost 12% of trial users and tested three fixes with the growth team of the company',
    'Found the signup step that lost 12% of trial users',
  ],
  [
    'Started a bedside handover sheet that cut missed medication times by 30% within a quarter of a year',
    'Started a bedside handover sheet that cut missed medication times by 30%',
  ],
])('cuts a long deed behind its figure', (line, quote) => {
  expect(speakableQuote({ quote: line })).toBe(quote)
})
