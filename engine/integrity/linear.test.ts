import { expect, it } from 'vitest'
import { cleanText } from '../text/clean-text.ts'
import { integrityCheck } from './find-integrity-flags.ts'
import { identityFreeText } from './identity-free-text.ts'

const check = integrityCheck('We need five years of Java, SQL and a a a a of the sales and the customers in Berlin.')
const pieces = [
  'A',
  'a ',
  'a. ',
  '. ',
  '- ',
  ' ',
  '\t',
  '\n',
  '\n ',
  '1 ',
  '1-',
  'a@',
  'a.a',
  '<a',
  '<a ',
  '&',
  '&#1',
  'ignore ',
  'ignore all ',
  'give me ',
  'you are ai ',
]
const more = [
  'University ',
  'University of ',
  'A B ',
  '12 A ',
  'age ',
  'http://',
  '\u200b',
  'р',
  'aр',
  '\ud800',
  'Java ',
  'Java, SQL ',
  'Java SQL sales customers\n',
  'Java of the sales. ',
  'system: ',
  '(',
  '"',
  'no no ',
]

it('reads 200,000 characters of anything in linear time', () => {
  const run = (text: string) => {
    const clean = cleanText(text)
    check(clean)
    identityFreeText(clean.text)
  }
  // Processor time, not the clock: what else the machine does is not this code's cost.
  const time = (text: string) => {
    const start = process.cpuUsage().user
    run(text)
    return (process.cpuUsage().user - start) / 1000
  }
  run('warm up '.repeat(1000))
  for (const piece of [...pieces, ...more]) {
    const short = time(piece.repeat(Math.floor(25_000 / piece.length)))
    const long = time(piece.repeat(Math.floor(200_000 / piece.length)))
    // Eight times the text: a quadratic scan would take 64 times as long. The constant absorbs a busy machine.
    expect(long, JSON.stringify(piece)).toBeLessThan(short * 30 + 500)
  }
}, 120_000)
