import { joinExchanges } from '@innohire/engine/transcript/exchanges.ts'
import { FOLLOW_UP_SIGNS, followUpSigns } from '@innohire/engine/transcript/follow-ups.ts'
import type { readInterview } from '@innohire/engine/transcript/read-interview.ts'
import type { Range } from '@innohire/engine/transcript/text/tokens.ts'
import type { LabelledTranscript } from '../data.ts'
import { type Example, logistic } from './linear.ts'

/** What the signs were worth by judgement; the fit is held near it. Signs that are not named start at nothing. */
const PRIOR: Partial<Record<(typeof FOLLOW_UP_SIGNS)[number], number>> = {
  standing: 0.2,
  'short remark': 0.6,
  'one of them': 1.2,
  'new subject': -2.2,
  'asks the end': 1,
  probes: 0.8,
  'and a': -3,
  'begins with and': 0.5,
  'bare topic': -0.6,
  'few words': 0.9,
  'many words': -0.7,
  'points back': 0.9,
  'another interviewer': -0.7,
  'shared words': 0.5,
  'fresh words': -0.35,
  'nothing said yet': -1,
}
const PENALTY = 10
/** Interviews with fewer labelled questions are labelled in part: what is not labelled there teaches nothing. */
const LABELLED = 4
/** A remark that no label names belongs to the open answer, though less surely than a labelled follow-up. */
const REMARK = 0.6

/** Each turn of the interviewer, judged against the exchange that is open by the labels. */
export function followUpRows(
  item: LabelledTranscript,
  { turns }: Awaited<ReturnType<typeof readInterview>>,
): Example[] {
  const spans = item.gold.answers.map((answer) => spanOf(answer.question_char, answer.question))
  const further = item.gold.answers.flatMap(({ question_char, followups }) =>
    followups.flatMap((text) => {
      const at = item.transcript.indexOf(text, question_char)
      return at < 0 ? [] : [spanOf(at, text)]
    }),
  )
  const covers = (list: readonly Range[], { start, end }: Range): boolean =>
    list.some((span) => span.start < end && span.end > start)
  const rows: Example[] = []
  joinExchanges(turns, (turn, range, current) => {
    const isMain = covers(spans, range)
    const isLabelled = isMain || covers(further, range)
    if (isLabelled || spans.length >= LABELLED)
      rows.push({ x: followUpSigns(turn, range, current), y: isMain ? 0 : 1, weight: isLabelled ? 1 : REMARK })
    return isMain ? -1 : 1
  })
  return rows
}

const spanOf = (start: number, text: string): Range => ({ start, end: start + text.length })

/** The generated file of the engine. */
export function learnedFollowUps(rows: readonly Example[]): string {
  const prior = FOLLOW_UP_SIGNS.map((sign) => PRIOR[sign] ?? 0)
  const weights = [...logistic(rows, prior, PENALTY)].map((weight) => Number(weight.toFixed(2)))
  return `// Written by bench/transcripts/fit/main.ts; do not edit by hand.

/** Weight of each sign of a follow-up, in the order of FOLLOW_UP_SIGNS. */
export const FOLLOW_UPS_LEARNED: readonly number[] = [
${weights.map((weight) => `  ${weight},`).join('\n')}
]
`
}
