import { expect, it } from 'vitest'
import { isAchievement, isPast, speakableQuote, tellsOfWork, toldToYou } from './quote.ts'

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
  ['Service and maintenance of pumps', undefined],
  ['Reconcile 46 accounts', 'you reconcile 46 accounts'],
  ['Increased our sales by 4%', undefined],
  ['Head of a crew of seven', undefined],
])('says %s to the person', (quote, said) => {
  expect(toldToYou(quote)).toBe(said)
})

it.each([
  [
    'Composed comprehensive care plans in accordance with the latest research, the history of the client and the house rules of the ward',
    'Composed comprehensive care plans',
  ],
  [
    'Found the signup step that lost 12% of trial users and tested three fixes with the growth team of the company',
    'Found the signup step that lost 12% of trial users',
  ],
  [
    'Started a bedside handover sheet that cut missed medication times by 30% within a quarter of a year',
    'Started a bedside handover sheet that cut missed medication times by 30%',
  ],
  [
    'Raised the share of pupils at the expected level in writing from 61% to 78% in two school years',
    'Raised the share of pupils at the expected level in writing from 61% to 78%',
  ],
  [
    'Upgraded the surveillance of the store from 28 to 42 security cameras inclusive of motion detectors in two buildings',
    'Upgraded the surveillance of the store from 28 to 42 security cameras',
  ],
  [
    'Saved the practice over $120,000 annually by negotiating with the bank to lower interest rates on loans of the group',
    'Saved the practice over $120,000 annually by negotiating with the bank',
  ],
])('cuts a long deed behind its figure', (line, quote) => {
  expect(speakableQuote({ quote: line })).toBe(quote)
})

it.each([
  'Work under the supervision of Dr. Ines Albrecht, Associate Dean',
  'Edited the lecture notes of Professor Albrecht for print',
])('quotes nobody who is named: %s', (quote) => {
  expect(speakableQuote({ quote })).toBeUndefined()
})

it.each([
  'Promoted to shift lead within a year',
  'Awarded best trainee of the year',
  'Chevening scholarship programs on time',
  'Selected by the board for a pilot',
  'Handling queries, refreshers, etc for the company',
])('reads no deed of the person into: %s', (line) => {
  const quote = speakableQuote({ quote: line })
  expect(quote !== undefined && tellsOfWork(quote)).toBe(false)
})
