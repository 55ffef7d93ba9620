import { dot } from '../../meaning/word-vectors.ts'
import type { Reply } from '../answers.ts'
import { readTimeline, type Timeline } from '../facts/index.ts'
import type { Range } from '../text/tokens.ts'
import { FEATURES, type Feature, WEIGHED, type WeighedCode } from './features.ts'
import { LEARNED } from './learned.ts'
import { meaningOf } from './meaning.ts'
import { clashAt } from './signals/facts.ts'
import type { Signals } from './signals/measure.ts'
import { cuesByReply, meaningSignals, readSignals } from './signals/read-signals.ts'
import { type ConcernContext, type ConcernHit, openingOf, placeInOrder } from './types.ts'

/** Values of a code's features, in the order of its list. */
export function featureValues(features: readonly Feature[], signals: Signals): number[] {
  return features.map(({ factors }) =>
    factors.reduce((product, { name, isLack }) => product * (isLack ? 1 - signals[name]! : signals[name]!), 1),
  )
}

const SEVERITY: Record<WeighedCode, ConcernHit['severity']> = {
  unanswered_question: 'medium',
  vague_answer: 'low',
  missing_result: 'medium',
  low_ownership: 'medium',
  blames_others: 'medium',
  unsupported_claim: 'medium',
  requirement_mismatch: 'high',
  availability_or_salary_mismatch: 'high',
  scope_inflation: 'high',
  contradiction: 'high',
  technical_error: 'medium',
}

/**
 * Replies whose weighed signals reach a code's threshold. The quote is where a phrase was found, else the sentence that means
 * the concern most.
 */
export function weighConcerns(context: ConcernContext, cues: readonly ConcernHit[]): ConcernHit[] {
  const placed = placeInOrder(context.answers)
  const timeline = readTimeline(placed.map(({ reply }) => reply))
  const signals = readSignals(context, placed, cues, timeline)
  const here = cuesByReply(placed, cues)
  const meanings = placed.map((item) => meaningOf(item, context.meanings))
  return placed.flatMap(({ reply }, at) =>
    WEIGHED.flatMap((code, which): ConcernHit[] => {
      const { weights, threshold } = LEARNED[code]
      const values = featureValues(FEATURES[code], { ...signals[at], ...meaningSignals(meanings, at, which) })
      const strength = values.reduce((sum, value, i) => sum + weights[i]! * value, 0)
      if (strength < threshold) return []
      const cue = here[at]!.find((hit) => hit.code === code)
      const sentence = meanings[at]![which]!.sentence
      const apart = placesApart(code, timeline, at)
      return [
        {
          code,
          range:
            apart?.range ??
            cue?.range ??
            (sentence === undefined ? openingOf(reply, 1) : { start: sentence.start, end: sentence.end }),
          severity: cue?.severity ?? SEVERITY[code],
          strength: strength - threshold,
          ...aboutOf(code, cue, reply, context),
          ...(apart === undefined ? {} : { against: apart.against }),
        },
      ]
    }),
  )
}

/** Both places of a concern that rests on two statements; the second gives the reader what the first stands against. */
function placesApart(code: WeighedCode, timeline: Timeline, at: number): { range?: Range; against: Range } | undefined {
  if (code === 'scope_inflation') {
    const given = timeline.givenAway[at]
    return given === undefined ? undefined : { against: given.range }
  }
  const clash = code === 'contradiction' ? clashAt(timeline, at) : undefined
  return clash === undefined ? undefined : { range: clash.later.range, against: clash.earlier.range }
}

/** Requirements farther than this from question and sentence are not what a mismatch is about. */
const ABOUT_FROM = 0.3

/** The requirement that a mismatch speaks of: the phrase list's own, else the nearest in meaning. */
function aboutOf(
  code: WeighedCode,
  cue: ConcernHit | undefined,
  reply: Reply,
  { meanings, requirements }: ConcernContext,
): Pick<ConcernHit, 'about'> {
  if (code !== 'requirement_mismatch') return {}
  if (cue?.about !== undefined) return { about: cue.about }
  let best = ABOUT_FROM
  let about: string | undefined
  for (const vector of [meanings.questionOf(reply), ...reply.speech.sentences.map((s) => meanings.vectorOf(s))])
    meanings.requirements.forEach((requirement, i) => {
      const cosine = vector === undefined ? 0 : dot(vector, requirement)
      if (cosine > best) {
        best = cosine
        about = requirements[i]?.text
      }
    })
  return about === undefined ? {} : { about }
}
