import { signedBytes } from '../meaning/signed-bytes.ts'
import type { Answer } from './answers.ts'
import { HYPOTHETICAL } from './kinds.ts'
import { KINDS_LEARNED } from './learned-kinds.ts'
import type { Meanings } from './meanings.ts'
import { HABIT } from './star-cues.ts'
import { ownSteps, pastKind } from './text/past.ts'
import type { AnswerKind } from './types.ts'
import { STORY_MARGIN } from './weights.ts'

export const KINDS: readonly AnswerKind[] = ['behavioural', 'technical', 'other']

const SIZE = 384
/** How much each group of signs counts in the fit: the reply's meaning, the kind read from words, the shape of the reply. */
const SHARES = { reply: 0.7, worded: 0.3, shape: 0.6 } as const
/** Length of the vectors that the kinds are fitted on. */
export const KIND_VECTOR = 2 * SIZE + KINDS.length + 8

const saturate = (count: number, half: number): number => count / (count + half)

/** What an answer's kind is decided by: meaning of question and reply, the kind their words suggest, tense, own steps, place. */
export function kindVector(answer: Answer, at: number, count: number, meanings: Meanings): Float32Array {
  const x = new Float32Array(KIND_VECTOR)
  const main = answer.replies[0]!
  const question = meanings.questionOf(main)
  if (question?.length === SIZE) x.set(question)
  const vectors = main.speech.sentences.map((sentence) => meanings.vectorOf(sentence)).filter((v) => v !== undefined)
  for (const vector of vectors)
    for (let i = 0; i < SIZE; i++) x[SIZE + i]! += (SHARES.reply * vector[i]!) / vectors.length
  const { tokens } = answer.speech
  let past = 0
  let hypothetical = 0
  for (const { text } of tokens) {
    if (pastKind(text) !== undefined) past++
    else if (HYPOTHETICAL.has(text) || HABIT.has(text)) hypothetical++
  }
  const steps = ownSteps(tokens).reduce((sum, step) => sum + step.weight, 0)
  const shape = [
    saturate(past, 4),
    saturate(hypothetical, 3),
    saturate(steps, 2),
    (past - hypothetical) / (past + hypothetical + 3),
    at === 0 ? 1 : 0,
    at === count - 1 ? 1 : 0,
    saturate(tokens.length, 60),
    0.7,
  ]
  x.set(
    [...KINDS.map((kind) => (answer.kind === kind ? SHARES.worded : 0)), ...shape.map((value) => SHARES.shape * value)],
    2 * SIZE,
  )
  return x
}

/** The answers with the kind that fits best; the kind read from words alone is one sign among others. */
export function settleKinds(answers: readonly Answer[], meanings: Meanings): Answer[] {
  return answers.map((answer, at) => {
    // Vectors of another embedder have no fitted meaning: the words decide alone.
    const isKnown = meanings.questionOf(answer.replies[0]!)?.length === SIZE
    if (!isKnown || answer.speech.tokens.length === 0) return answer
    const x = kindVector(answer, at, answers.length, meanings)
    const fits = WEIGHTS.map((weights) => weights.reduce((sum, weight, i) => sum + weight * x[i]!, 0))
    // Doubt is no story: one taken in vain pulls the average down by a whole share.
    fits[0]! -= STORY_MARGIN
    return { ...answer, kind: KINDS[fits.indexOf(Math.max(...fits))]! }
  })
}

const WEIGHTS: readonly Float32Array[] = KINDS.map((kind) => {
  const { direction, unit, shape } = KINDS_LEARNED[kind]
  return Float32Array.from([...Array.from(signedBytes(direction), (byte) => byte * unit), ...shape])
})
