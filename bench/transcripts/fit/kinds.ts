import { readAnswers } from '@innohire/engine/transcript/answers.ts'
import { joinExchanges } from '@innohire/engine/transcript/exchanges.ts'
import type { readInterview } from '@innohire/engine/transcript/read-interview.ts'
import { KINDS, kindVector } from '@innohire/engine/transcript/settle-kinds.ts'
import { isAllCapitals } from '@innohire/engine/transcript/text/tokens.ts'
import type { LabelledTranscript } from '../data.ts'
import { type Row, ridge } from './linear.ts'

const PENALTY = 8
const SIZE = 384

/** Labelled kinds of one interview's answers; questions that the reading took for follow-ups teach nothing. */
export function kindRows(item: LabelledTranscript, context: Awaited<ReturnType<typeof readInterview>>): Row[] {
  // Again as the words alone have them, since the fitted kind must not teach itself.
  const worded = readAnswers(context.text, joinExchanges(context.turns), isAllCapitals(context.text))
  return context.answers.flatMap((answer, at) => {
    const { question } = answer.replies[0]!
    const gold = item.gold.answers.find(
      ({ question_char, question: text }) =>
        question_char < question.end && question_char + text.length > question.start,
    )
    if (gold === undefined || answer.speech.tokens.length === 0) return []
    const x = kindVector({ ...answer, kind: worded[at]!.kind }, at, context.answers.length, context.meanings)
    return [{ x, y: KINDS.map((kind) => (kind === gold.kind ? 1 : 0)), weight: 1 }]
  })
}

/** The generated file of the engine: directions as bytes, the shape's weights as numbers. */
export function learnedKinds(rows: readonly Row[]): string {
  const fitted = ridge(rows, PENALTY)
  const entries = KINDS.map((kind, t) => {
    const all = [...fitted[t]!]
    const vector = all.slice(0, 2 * SIZE)
    const unit = Math.max(...vector.map(Math.abs)) / 127
    const bytes = Buffer.from(Int8Array.from(vector.map((value) => Math.round(value / unit))).buffer).toString('base64')
    const shape = all.slice(2 * SIZE).map((value) => Number(value.toFixed(3)))
    return `  ${kind}: {
    unit: ${unit.toPrecision(5)},
    shape: [${shape.join(', ')}],
    direction: '${bytes}',
  },`
  })
  return `// Written by bench/transcripts/fit/main.ts; do not edit by hand.
import type { AnswerKind } from './types.ts'

/** Direction (signed bytes in base64, times \`unit\`) and weights of the reply's shape for each kind of answer. */
export const KINDS_LEARNED: Record<AnswerKind, { unit: number; shape: readonly number[]; direction: string }> = {
${entries.join('\n')}
}
`
}
