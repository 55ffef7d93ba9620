import type { readInterview } from '@innohire/engine/transcript/read-interview.ts'
import { readStar } from '@innohire/engine/transcript/star.ts'
import { STAR_PARTS, starSigns } from '@innohire/engine/transcript/star-fit.ts'
import type { LabelledTranscript } from '../data.ts'
import { type Row, ridge } from './linear.ts'

const PENALTY = 3

/** Labelled stories of one interview, whatever kind the reading took them for. */
export function starRows(item: LabelledTranscript, { answers }: Awaited<ReturnType<typeof readInterview>>): Row[] {
  return answers.flatMap((answer) => {
    const { question } = answer.replies[0]!
    const gold = item.gold.answers.find(
      ({ question_char, question: text }) =>
        question_char < question.end && question_char + text.length > question.start,
    )?.star
    if (gold === undefined || gold === null || answer.speech.tokens.length === 0) return []
    const x = Float32Array.from(starSigns(answer, readStar(answer).strength))
    return [{ x, y: STAR_PARTS.map((part) => gold[part]), weight: 1 }]
  })
}

/** The generated file of the engine. */
export function learnedStar(rows: readonly Row[]): string {
  const fitted = ridge(rows, PENALTY)
  const lines = STAR_PARTS.map(
    (part, t) => `  ${part}: [${[...fitted[t]!].map((value) => Number(value.toFixed(3))).join(', ')}],`,
  )
  return `// Written by bench/transcripts/fit/main.ts; do not edit by hand.
import type { StarValues } from './star.ts'

/** Weights of the signs of a story (star-fit.ts) for each part. */
export const STAR_LEARNED: Record<keyof StarValues, readonly number[]> = {
${lines.join('\n')}
}
`
}
