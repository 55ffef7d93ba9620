import { join } from 'node:path'
import { type Embedder, openEmbedder } from '@innohire/embedder'
import {
  createTranscriptAnalyzer,
  type TranscriptAnalysis,
  type TranscriptAnalyzer,
} from '@innohire/engine/transcript/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTranscripts } from './data.ts'
import { changeOf, largestChange, withCaptionErrors, withFillers, withInjection, withoutFillers } from './invariance.ts'
import { mean } from './statistics.ts'

const interviews = readTranscripts(join(import.meta.dirname, 'invented'))
let embedder: Embedder
let analyzer: TranscriptAnalyzer
const before: TranscriptAnalysis[] = []

beforeAll(async () => {
  embedder = await openEmbedder({ threads: 1 })
  analyzer = createTranscriptAnalyzer({ embed: embedder.embed })
  for (const interview of interviews) before.push(await analyzer.analyze(interview))
}, 240_000)
afterAll(() => embedder.close())

/** The largest change of a score in each interview, in points. */
async function changes(make: (text: string, i: number) => string): Promise<number[]> {
  const points: number[] = []
  for (const [i, interview] of interviews.entries())
    points.push((await changeOf(analyzer, interview, before[i]!, make(interview.transcript, i))).points)
  return points
}

describe('with the real model', () => {
  it('taking fillers out or putting them in moves no score by more than 2 points', async () => {
    expect(Math.max(...(await changes((text) => withoutFillers(text))))).toBeLessThanOrEqual(2)
    expect(Math.max(...(await changes((text) => withFillers(text, 7))))).toBeLessThanOrEqual(2)
  })

  it('caption errors in one of twenty words move scores by 2 points at most on average, and a competency by 3', async () => {
    const overall: number[] = []
    for (const [i, interview] of interviews.entries()) {
      const transcript = withCaptionErrors(interview.transcript, 7, 0.05)
      const after = await analyzer.analyze({ ...interview, transcript })
      overall.push(Math.abs(after.overall_interview_score - before[i]!.overall_interview_score))
      for (const [name, score] of Object.entries(after.competency_scores))
        expect(Math.abs(score - before[i]!.competency_scores[name as 'problem_solving'])).toBeLessThanOrEqual(3)
    }
    expect(mean(overall)).toBeLessThanOrEqual(2)
  })

  it('an order to the machine changes no score', async () => {
    expect(Math.max(...(await changes((text, i) => withInjection(text, before[i]!))))).toBe(0)
  })

  it('other names change no score', async () => {
    const named = (text: string, interviewer: string, candidate: string): string =>
      text.replaceAll('Interviewer:', `${interviewer}:`).replaceAll('Candidate:', `${candidate}:`)
    for (const interview of interviews) {
      const first = await analyzer.analyze({
        ...interview,
        transcript: named(interview.transcript, 'Emily Clark', 'Greg Baker'),
      })
      const second = await analyzer.analyze({
        ...interview,
        transcript: named(interview.transcript, 'Lakshmi Rao', 'Jamal Osei'),
      })
      expect(largestChange(first, second)).toBe(0)
    }
  })
})
