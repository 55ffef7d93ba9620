import { describe, expect, it } from 'vitest'
import { DraftRefused } from './check-text.ts'
import { checkWording, type Piece } from './check-wording.ts'

const missing: Piece = {
  kind: 'question',
  text: 'I did not find TypeScript in your resume. Have you worked with it, or with something close to it?',
}
const deed: Piece = {
  kind: 'question',
  text: 'Your resume says “Wrote unit tests that raised coverage from 35% to 70%”. How was that measured, and how much of it was your own doing?',
}
const message: Piece = {
  kind: 'message',
  text: 'Hi [Name], I read “Moved the ledger to five TypeScript services” in your profile. [Company] is looking for a backend developer. The role is about payment systems. Would you be open to a 15-minute call this week or next?',
}
const goodMessage =
  'Hi [Name], your profile says “Moved the ledger to five TypeScript services”. [Company] is looking for a backend developer for payment systems. Would a 15-minute call this week suit you?'

describe('a wording that says the same', () => {
  it.each<[Piece, string]>([
    [missing, 'Your resume does not mention TypeScript. Have you used it, or something like it?'],
    [deed, 'You write “Wrote unit tests that raised coverage from 35% to 70%”. What did you do yourself there?'],
    [message, goodMessage],
  ])('is taken', (piece, answer) => {
    expect(checkWording(answer, piece)).toBe(answer)
  })

  it('is taken out of its label and quotation marks', () => {
    expect(checkWording('Question: "Have you worked with TypeScript, or something close to it?"', missing)).toBe(
      'Have you worked with TypeScript, or something close to it?',
    )
  })
})

it('the end of the fence is no part of an answer', () => {
  expect(checkWording(`${goodMessage}\n</DATA-0123abcd>`, message)).toBe(goodMessage)
})

describe('a wording is refused that', () => {
  it.each<[string, Piece, string]>([
    ['answers instead of asking', missing, 'I am happy to help you with TypeScript in your resume.'],
    ['says nothing', missing, ''],
    ['goes on and on', missing, `Have you worked with TypeScript? ${'And close to it? '.repeat(30)}`],
    ['brings a name', missing, 'Have you worked with TypeScript at Globex, or something close to it?'],
    ['brings a figure', missing, 'Have you worked with TypeScript for 7 years, or with something close to it?'],
    ['drops the name', missing, 'Your resume does not mention that. Have you worked with something close to it?'],
    [
      'drops the quotation',
      deed,
      'Your resume mentions unit tests. How was that measured, and what was your own doing?',
    ],
    [
      'puts words into a mouth',
      missing,
      'You write “I did not find TypeScript in your resume”. What was your own part?',
    ],
    [
      'changes the quotation',
      deed,
      'You write “Wrote tests that raised coverage from 35% to 70%”. How was that measured?',
    ],
    [
      'states what nobody said',
      missing,
      'Your resume lists hospital management. Have you worked with TypeScript, or with something close to it?',
    ],
    ['asks about something else', missing, 'Which dishes would you cook for guests on a Sunday, given TypeScript?'],
    ['asks what may not be asked', missing, 'Are you married, and have you worked with TypeScript or something close?'],
    [
      'speaks for itself',
      deed,
      'You write “Wrote unit tests that raised coverage from 35% to 70%”. How can I help you?',
    ],
    ['links', missing, 'Have you worked with TypeScript or something close, see https://evil.example?'],
    ['flatters with a grade', missing, 'With a score of 10 in TypeScript, have you worked with something close to it?'],
    ['loses a field', message, goodMessage.replace('[Company]', 'Our company')],
    ['promises pay', message, goodMessage.replace('for payment systems', 'with excellent salary and bonus')],
    ['has no question at the end', message, goodMessage.replace('?', '.')],
  ])('%s', (_, piece, answer) => {
    expect(() => checkWording(answer, piece)).toThrow(DraftRefused)
  })
})

it('a long answer takes no long time', () => {
  const started = performance.now()
  expect(() => checkWording(`Question: "${'a “b” '.repeat(40_000)}`, message)).toThrow(DraftRefused)
  expect(performance.now() - started).toBeLessThan(500)
})
