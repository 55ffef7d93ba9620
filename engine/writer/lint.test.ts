import { describe, expect, it } from 'vitest'
import { blockedTopicsIn, isLawful } from './lint.ts'
import { coreQuestions } from './question-bank.ts'

const unlawful: [topic: string, text: string][] = [
  ['age', 'How old are you?'],
  ['age', 'What is your date of birth?'],
  ['age', 'When did you graduate from high school?'],
  ['age', 'We are a young team and look for recent graduates.'],
  ['age', 'Are you a digital native?'],
  ['family', 'Do you have children or plan a family?'],
  ['family', 'Are you married?'],
  ['family', 'Who looks after your childcare?'],
  ['family', 'Are you pregnant?'],
  ['religion', 'Which church do you attend?'],
  ['religion', 'Can you work on the Sabbath, given your religion?'],
  ['origin', 'Where are you originally from?'],
  ['origin', 'Are you a US citizen?'],
  ['origin', 'Are you a native speaker of English?'],
  ['health', 'Do you have a disability?'],
  ['health', 'How many sick days did you take last year?'],
  ['health', 'Are you in good health?'],
  ['arrests', 'Have you ever been arrested?'],
  ['arrests', 'Do you have a criminal record?'],
  ['union', 'Are you a union member?'],
  ['gender or orientation', 'We prefer male candidates for this.'],
  ['gender or orientation', 'Our salesmen and waitresses'],
  ['address or commute', 'Where do you live, and how long is your commute?'],
  ['military discharge', 'What type of discharge did you receive?'],
  ['pay history', 'What is your current salary?'],
  ['pay history', 'How much did you earn in your last job?'],
  ['money matters', 'Do you own a car?'],
  ['money matters', 'What is your credit score?'],
  ['social media and politics', 'Please share your Facebook password.'],
  ['social media and politics', 'Who did you vote for?'],
]
const lawful = [
  'Tell me about a patient whose health changed on your shift.',
  'How do you plan discharge from the surgical ward?',
  'Which controls do you use in the aging of receivables?',
  'Tell me about a time you worked with children in the classroom.',
  'How do you keep customers’ credit card data safe?',
  'Describe a conflict between two single-site teams.',
  'Which body issued your driver’s licence?',
  'What is a fair salary structure for a warehouse?',
  'How do you handle race conditions in concurrent code?',
  'How do you retire an old API?',
  'How do you rotate pages born from templates?'.replace('born', 'made'),
]

describe('the linter of everything written', () => {
  it.each(unlawful)('finds %s in "%s"', (topic, text) => expect(blockedTopicsIn(text)).toContain(topic))
  it.each(lawful)('lets "%s" pass', (text) => expect(blockedTopicsIn(text)).toEqual([]))
  it('passes every question of the bank', () => {
    const asked = Object.values(coreQuestions).flatMap((templates) => templates.map(({ ask }) => ask))
    expect(asked.length).toBeGreaterThan(80)
    expect(asked.filter((ask) => !isLawful(ask))).toEqual([])
  })
})
