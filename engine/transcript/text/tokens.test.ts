import { describe, expect, it } from 'vitest'
import { readSpeech } from './tokens.ts'

const numbers = (text: string): string[] =>
  readSpeech(text, [{ start: 0, end: text.length }], false)
    .tokens.filter((token) => token.isNumber)
    .map((token) => token.text)

describe('figures in speech', () => {
  it('"for" and "to" that captions wrote as numbers are no figures', () => {
    expect(numbers('I did it four the team and went two my desk.')).toEqual([])
  })

  it('numbers before what they count are figures', () => {
    expect(numbers('It took four weeks and two of my colleagues.')).toEqual(['four', 'two'])
  })
})
