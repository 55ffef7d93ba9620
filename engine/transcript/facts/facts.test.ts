import { describe, expect, it } from 'vitest'
import { placeInOrder } from '../concerns/types.ts'
import { embedPrototypes } from '../meanings.ts'
import { readInterview } from '../read-interview.ts'
import { embedWords } from '../testing/embed.ts'
import { readSpeech } from '../text/tokens.ts'
import { readTimeline } from './index.ts'
import { datesIn, lengthsIn, recentIn } from './periods.ts'

const tokensOf = (text: string) => readSpeech(text, [{ start: 0, end: text.length }], false).tokens

/** Reads alternating questions and replies. */
async function timelineOf(...lines: string[]) {
  const transcript = lines.map((line, i) => `${i % 2 === 0 ? 'Interviewer' : 'Candidate'}: ${line}`).join('\n')
  const context = await readInterview({ transcript }, { embed: embedWords }, await embedPrototypes(embedWords))
  const timeline = readTimeline(placeInOrder(context.answers).map(({ reply }) => reply))
  const said = ({ start, end }: { start: number; end: number }) => transcript.slice(start, end)
  return {
    ...timeline,
    pairs: timeline.clashes.map(({ kind, earlier, later }) => [kind, said(earlier.range), said(later.range)]),
    said,
  }
}

describe('periods', () => {
  it.each([
    ['in the autumn of 2022', [2022 * 12 + 8, 2022 * 12 + 10]],
    ['at the end of 2019', [2019 * 12 + 9, 2019 * 12 + 11]],
    ['since March 2021', [2021 * 12 + 2, 2021 * 12 + 2]],
    ['in 2018', [2018 * 12, 2018 * 12 + 11]],
    ['in twenty twenty-two', [2022 * 12, 2022 * 12 + 11]],
  ])('"%s" is the months %j', (text, months) => {
    expect(datesIn(tokensOf(text)).map(({ period }) => [period.first, period.last])).toEqual([months])
  })

  it('a number of things is no year', () => {
    expect(datesIn(tokensOf('we shipped 1,950 crates and 3000 lamps'))).toEqual([])
  })

  it.each([
    ['six years', 72],
    ['three and a half years', 42],
    ['a year', 12],
    ['eight months', 8],
  ])('"%s" is %d months', (text, months) => {
    expect(lengthsIn(tokensOf(text)).map((length) => length.months)).toEqual([months])
  })

  it('says how long ago a thing is at most', () => {
    const ago = (text: string) => recentIn(tokensOf(text), 0, tokensOf(text).length)
    expect(ago('until last spring')).toBe(18)
    expect(ago('six months ago')).toBe(6)
    expect(ago('some time back')).toBeUndefined()
  })
})

describe('statements far apart clash', () => {
  it('an event at a place before the candidate came there', async () => {
    const { pairs } = await timelineOf(
      'Tell me about a time a kiln failed.',
      'The big kiln at the pottery cracked. I drew the fire, I rang the maker and I saved the glaze batch.',
      'When was that?',
      'That was spring 2020.',
      'What do you do in your free time?',
      'I swim.',
      'How did you come to the pottery?',
      'I came in the autumn of 2021 for the kilns. Before, I sold shoes.',
    )
    expect(pairs).toEqual([['dates', 'That was spring 2020.', 'I came in the autumn of 2021 for the kilns.']])
  })

  it('two dates for the start at the present place', async () => {
    const { pairs } = await timelineOf(
      'Tell me about yourself.',
      'I have been at my current bakery since March 2019.',
      'And your years at sea?',
      'I left there at the end of 2021 and went straight in.',
    )
    expect(pairs.map(([kind]) => kind)).toEqual(['dates'])
  })

  it('years with something that was new a short time ago', async () => {
    const { pairs } = await timelineOf(
      'How long have you used the laser cutter?',
      'I have worked with the laser cutter for six years.',
      'Tell me about a hard job.',
      'Up to last summer we cut by hand, then they brought in the laser cutter and it was new to everybody.',
    )
    expect(pairs.map(([kind]) => kind)).toEqual(['lengths'])
  })

  it('two counts of one thing', async () => {
    const { pairs } = await timelineOf(
      'What was the pilot?',
      'It was a small pilot, we had six surgeries in the booking pilot.',
      'What do you like to read?',
      'Maps.',
      'How sure are you of the pilot?',
      'Very. We had thirty surgeries in the booking pilot.',
    )
    expect(pairs.map(([kind]) => kind)).toEqual(['counts'])
  })

  it('the only one, and several of them', async () => {
    const { pairs } = await timelineOf(
      'What is your job?',
      "I'm the only surveyor there, so it is all mine.",
      'Have you supervised anybody?',
      'Yes, I have three surveyors under me and I check their plans.',
    )
    expect(pairs.map(([kind]) => kind)).toEqual(['counts'])
  })

  it('what never happened, and the story in which it did', async () => {
    const { pairs } = await timelineOf(
      'Tell me about your work.',
      "I have built forty roofs and I've never been late.",
      'Tell me about one that was hard.',
      'The chapel. We finished nine weeks late and I kept the parish informed.',
    )
    expect(pairs).toEqual([
      [
        'denial',
        "I have built forty roofs and I've never been late.",
        'We finished nine weeks late and I kept the parish informed.',
      ],
    ])
  })

  it('a date in the papers that is not the one told', async () => {
    const { pairs } = await timelineOf(
      'How long have you been head gardener?',
      'Since 2017. I have been doing it since 2017.',
      'Your CV says head gardener from 2021.',
      'Well, I was acting before that.',
    )
    expect(pairs.map(([kind]) => kind)).toContain('papers')
  })
})

describe('no clash', () => {
  const cases: Record<string, string[]> = {
    'a figure that the candidate corrects at once': [
      'How many vans did you have?',
      'We had twelve vans at the depot.',
      'And how did you plan the vans?',
      'By postcode. We had nine vans, sorry, I mean twelve vans at the depot.',
    ],
    'a year that the candidate corrects later': [
      'When did you join?',
      'I joined the depot in 2018.',
      'And since then?',
      'Sorry, I said 2018, I joined the depot in 2020.',
    ],
    'a misreading of the interviewer that the candidate sets right': [
      'When did you join the depot?',
      'I joined the depot in 2018.',
      'So your form says 2019?',
      'No, it was 2018.',
    ],
    'papers that say what was told': [
      'When did you join the depot?',
      'I joined the depot in 2018.',
      'Your CV says 2018 too. What was the first year like?',
      'Busy.',
    ],
    'an event at an earlier place of work': [
      'When did you join the depot?',
      'I joined the depot in 2021.',
      'Tell me about a breakdown.',
      'At my previous depot in 2019 a lift broke. I rang the fitter.',
    ],
    'different things counted': ['What do you run?', 'We have six vans.', 'And before?', 'We had two ships.'],
    'part of what was counted': [
      'How many branches are there?',
      'We have thirty branches.',
      'Where does it run today?',
      'It runs in three of the thirty branches.',
    ],
    'a thing that would happen': [
      'Are you ever late?',
      "I've never been late with a delivery.",
      'What would you do with a late delivery?',
      'I would ring the client before the delivery was late.',
    ],
  }
  for (const [name, lines] of Object.entries(cases))
    it(name, async () => expect((await timelineOf(...lines)).pairs).toEqual([]))
})

describe('a lead given away', () => {
  const opening = ['What have you built?', 'I led the whole harbour programme, twelve quays.']

  it('is found where somebody else turns out to hold it, with both places', async () => {
    const { givenAway, said } = await timelineOf(
      ...opening,
      'Who signed the harbour designs?',
      'The architect signed them, I looked after the lamps.',
    )
    expect(givenAway[0]!.strength).toBeGreaterThan(0.3)
    expect(said(givenAway[0]!.range)).toBe('The architect signed them, I looked after the lamps.')
  })

  it('is not found where the candidate stands by it, or names others unasked', async () => {
    const stays = await timelineOf(...opening, 'Who signed the harbour designs?', 'I signed them myself.')
    const unasked = await timelineOf(...opening, 'What went wrong?', 'The architect drew quay four too short.')
    expect([stays.givenAway[0], unasked.givenAway[0]]).toEqual([undefined, undefined])
  })
})

it('ten times the words take no more than a bounded multiple of the statements', async () => {
  const lines = Array.from({ length: 400 }, (_, i) => [
    `How many of the crates in part${i}?`,
    `We had ${i + 2} crates at the quay since 19${70 + (i % 30)}, and I have been there ${i % 50} years. I've never lost crates.`,
  ]).flat()
  const { clashes } = await timelineOf(...lines)
  expect(clashes.length).toBeLessThan(20_000)
})
