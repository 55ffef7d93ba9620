import { describe, expect, it } from 'vitest'
import { createTranscriptAnalyzer } from './index.ts'
import { embedWords } from './testing/embed.ts'

const analyzer = createTranscriptAnalyzer({ embed: embedWords })

async function partsOf(story: string): Promise<Record<string, number>> {
  const transcript = `Interviewer: Tell me about a time you solved a problem at work.\nCandidate: ${story}`
  const star = (await analyzer.analyze({ transcript })).answers[0]!.star!
  return {
    situation: star.situation.score,
    task: star.task.score,
    action: star.action.score,
    result: star.result.score,
  }
}

describe('STAR parts', () => {
  it('gives all four to an own story with duty, steps and a checkable end', async () => {
    const story =
      'Last winter the boiler at the school failed on a Monday. I was the caretaker on call. I drained the line, I swapped the pump and I wrote to the parents. Heat was back by ten and it has not failed since.'
    expect(await partsOf(story)).toEqual({ situation: 1, task: 1, action: 1, result: 1 })
  })

  it('gives no action to "we", "they" and the passive', async () => {
    const story =
      'Last winter the boiler at the school failed on a Monday. We drained the line, the pump was swapped and they wrote to the parents. Heat was back by ten.'
    const parts = await partsOf(story)
    expect(parts).toMatchObject({ situation: 1, action: 0, task: 0 })
  })

  it('gives half an action to one thin step', async () => {
    expect(
      await partsOf('There was a leak at the depot in May. I told the manager. It was fixed by the firm.'),
    ).toMatchObject({
      action: 0.5,
    })
  })

  it('gives nothing to habits and good intentions', async () => {
    expect(
      await partsOf("I don't let problems happen. If something comes up I always work harder, that's my way."),
    ).toEqual({
      situation: 0,
      task: 0,
      action: 0,
      result: 0,
    })
  })

  it('gives half a result to a vague end', async () => {
    const story =
      'In March two porters at the ward argued about the lifts. I met both, I drew a plan and I put it on the wall. It settled down after a while.'
    expect(await partsOf(story)).toMatchObject({ action: 1, result: 0.5 })
  })
})
