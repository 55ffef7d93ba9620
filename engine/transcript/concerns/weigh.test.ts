import { describe, expect, it } from 'vitest'
import { embedPrototypes } from '../meanings.ts'
import { readInterview } from '../read-interview.ts'
import { embedWords } from '../testing/embed.ts'
import { FEATURES, WEIGHED } from './features.ts'
import { findCues } from './find.ts'
import { LEARNED } from './learned.ts'
import { meaningOf } from './meaning.ts'
import { amountsIn } from './signals/job.ts'
import { meaningSignals, readSignals } from './signals/read-signals.ts'
import { placeInOrder } from './types.ts'
import { featureValues } from './weigh.ts'

const transcript = `Interviewer: Thanks for coming. The band stops at £31,500, you will have seen.
Candidate: I'm on thirty-three, so I'd need thirty-five.
Interviewer: Tell me about a time the lift failed.
Candidate: In March it stuck twice. The fitters were called and it was sorted.
Interviewer: How many calls was that?
Candidate: Hundreds.`

const read = (job_description = 'Lift attendant, nights. £28,000-£31,500.') => readOf(transcript, job_description)

async function readOf(transcript: string, job_description: string) {
  const context = await readInterview(
    { transcript, job_description },
    { embed: embedWords },
    await embedPrototypes(embedWords),
  )
  const placed = placeInOrder(context.answers)
  return { context, placed, signals: readSignals(context, placed, findCues(context)) }
}

describe('weighed concerns', () => {
  it.each(WEIGHED)('%s has one weight a feature and a direction of four vectors', (code) => {
    expect(LEARNED[code].weights).toHaveLength(FEATURES[code].length)
    expect(atob(LEARNED[code].direction)).toHaveLength(4 * 384)
    expect(Number.isFinite(LEARNED[code].threshold)).toBe(true)
  })

  it('every feature is made of signals that are read, all of them finite', async () => {
    const { context, placed, signals } = await read()
    const meanings = placed.map((item) => meaningOf(item, context.meanings))
    for (const [at] of placed.entries())
      for (const [which, code] of WEIGHED.entries())
        for (const value of featureValues(FEATURES[code], { ...signals[at], ...meaningSignals(meanings, at, which) }))
          expect(Number.isFinite(value)).toBe(true)
  })

  it('pay above the band, figures asked for and deeds without a doer are seen', async () => {
    const { signals } = await read()
    expect(signals[0]!.above_pay).toBe(1)
    expect(signals[1]!.passives).toBeGreaterThan(0)
    expect(signals[2]).toMatchObject({ asks_figure: 1, no_figure: 1 })
  })

  it('pay counts only where the job description names one', async () => {
    const { signals } = await read('Lift attendant, nights.')
    expect(signals[0]!.above_pay).toBe(0)
  })

  it('a private tie and a figure above the one just offered are seen in talk of terms', async () => {
    const { signals } = await readOf(
      `Interviewer: We rotate evenings here, everybody does one a week.
Candidate: I collect my daughter at five, so I couldn't.
Interviewer: And the salary is up to 31.
Candidate: I'd need 34.
Interviewer: Any problem with the early start?
Candidate: No, that's fine.`,
      'Lift attendant.',
    )
    expect(signals[0]).toMatchObject({ about_terms: 1, kin: 1, above_offer: 0 })
    expect(signals[1]).toMatchObject({ above_offer: 1, kin: 0 })
    expect(signals[2]).toMatchObject({ opens_no: 0, accepts: 1 })
  })

  it('fewer years than the job description asks for are seen where the interviewer names them', async () => {
    const { signals } = await readOf(
      `Interviewer: The advert says four years. How do you see yourself against it?
Candidate: Two and a half, by the calendar.`,
      'Lift attendant. Required: 4+ years of lift maintenance.',
    )
    expect(signals[0]!.fewer_years).toBe(1)
  })

  it.each([
    ['£38,400 plus van', [38_400]],
    ['€41k to 45k', [41_000, 45_000]],
    ['Rs 4.2 lakh', [4.2]],
    ['teams of 12, 24-hour care', []],
  ])('amounts in "%s" are %j', (text, amounts) => {
    expect(amountsIn(text)).toEqual(amounts)
  })
})
