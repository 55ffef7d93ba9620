import { readTimeline } from '../../facts/index.ts'
import { WEIGHED } from '../features.ts'
import type { ReplyMeaning } from '../meaning.ts'
import type { ConcernContext, ConcernHit, PlacedReply } from '../types.ts'
import { aroundSignals } from './around.ts'
import { factSignals } from './facts.ts'
import { jobSignals, readJobFacts } from './job.ts'
import type { Signals } from './measure.ts'
import { questionSignals } from './question.ts'
import { replySignals } from './reply.ts'

/** Hits of a cue list count at most this much. */
const CUE_MOST = 1.5

/** Signals of every reply, in the order of `placed`; `cues` are what the lists of phrases found. */
export function readSignals(
  context: ConcernContext,
  placed: readonly PlacedReply[],
  cues: readonly ConcernHit[],
  timeline = readTimeline(placed.map(({ reply }) => reply)),
): Signals[] {
  const job = readJobFacts(context)
  const places = new Map(context.turns.map((turn, i) => [turn, i]))
  const stars = new Map(context.stories.map(({ answer, star }) => [answer, star]))
  const earlier = new Set<string>()
  const here = cuesByReply(placed, cues)
  return placed.map((item, at) => {
    const { reply, answer } = item
    const last = reply.turns.at(-1)
    const signals: Signals = {
      start: 1,
      ...questionSignals(reply),
      ...replySignals(context.text, reply),
      ...aroundSignals(
        item,
        context.turns,
        last === undefined ? undefined : places.get(last),
        stars.get(answer),
        earlier,
      ),
      ...factSignals(timeline, at),
      ...jobSignals(reply, job, context.meanings),
    }
    for (const { isNumber, text } of reply.speech.tokens) if (isNumber) earlier.add(text)
    for (const code of WEIGHED) signals[`cue_${code}`] = 0
    for (const { code, strength } of here[at]!) {
      const name = `cue_${code}`
      if (signals[name] !== undefined)
        signals[name] = Math.max(signals[name], Math.min(CUE_MOST, Math.max(0, strength)))
    }
    return signals
  })
}

/** Hits by the reply in which they begin, in the order of `placed`. */
export function cuesByReply(placed: readonly PlacedReply[], cues: readonly ConcernHit[]): ConcernHit[][] {
  const starts = placed.map(({ reply }) => reply.speech.sentences[0]!.start)
  const lists = placed.map((): ConcernHit[] => [])
  for (const cue of cues) {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= cue.range.start) low = middle + 1
      else high = middle
    }
    lists[low - 1]?.push(cue)
  }
  return lists
}

/** Signals that depend on the code: its own meaning here and in the reply after, and that of a claim. */
export function meaningSignals(meanings: readonly (readonly ReplyMeaning[])[], at: number, code: number): Signals {
  const value = (row: readonly ReplyMeaning[] | undefined, which: number): number => row?.[which]?.value ?? -0.3
  return {
    meaning: value(meanings[at], code),
    next_meaning: value(meanings[at + 1], code),
    claim_meaning: value(meanings[at], WEIGHED.indexOf('unsupported_claim')),
  }
}
