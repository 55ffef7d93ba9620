import { signedBytes } from '../../meaning/signed-bytes.ts'
import { dot } from '../../meaning/word-vectors.ts'
import type { Meanings } from '../meanings.ts'
import type { Sentence } from '../text/tokens.ts'
import { WEIGHED } from './features.ts'
import { LEARNED } from './learned.ts'
import type { PlacedReply } from './types.ts'

/** How much the question before a reply and the reaction to it count beside the sentence itself. */
export const CONTEXT_SHARE = { question: 0.6, reaction: 0.4, joint: 0.7 } as const
/** A constant beside the vectors, so that a direction can have a level of its own. */
export const CONSTANT = 0.3
/** The value that a clear case reaches on the labelled sentences; meanings are published in this unit. */
const UNIT = 0.35

/** Directions of one code in the space of question, sentence and reaction. */
export interface Direction {
  question: Float32Array
  sentence: Float32Array
  reaction: Float32Array
  joint: Float32Array
  constant: number
}

/** For each weighed code: how much a reply means it, about 0 to 1, and the sentence that says so. */
export interface ReplyMeaning {
  value: number
  sentence: Sentence | undefined
}

const LEAST = -0.3
const MOST = 1.5
/** Length of the model's vectors; those of another embedder have no fitted meaning and count nothing. */
const SIZE = 384

/** The fitted directions, from their bytes. */
const DIRECTIONS: readonly Direction[] = WEIGHED.map((code) => {
  const { direction, unit, constant } = LEARNED[code]
  const bytes = signedBytes(direction)
  const part = (at: number): Float32Array =>
    Float32Array.from(bytes.subarray(at * SIZE, (at + 1) * SIZE), (byte) => byte * unit)
  return { question: part(0), sentence: part(1), reaction: part(2), joint: part(3), constant }
})

/** Projects a reply's sentences, with what came before and after, on the direction of each weighed code. */
export function meaningOf(
  { reply }: PlacedReply,
  meanings: Meanings,
  directions: readonly Direction[] = DIRECTIONS,
): ReplyMeaning[] {
  const known = (vector: Float32Array | undefined): Float32Array | undefined =>
    vector?.length === SIZE ? vector : undefined
  const question = known(meanings.questionOf(reply))
  const reaction = known(meanings.reactionTo(reply))
  const joint = known(meanings.jointOf(reply))
  return WEIGHED.map((_, code) => {
    const direction = directions[code]!
    const around =
      CONSTANT * direction.constant +
      (question === undefined ? 0 : CONTEXT_SHARE.question * dot(direction.question, question)) +
      (joint === undefined ? 0 : CONTEXT_SHARE.joint * dot(direction.joint, joint)) +
      (reaction === undefined ? 0 : CONTEXT_SHARE.reaction * dot(direction.reaction, reaction))
    let best = Number.NEGATIVE_INFINITY
    let at: Sentence | undefined
    for (const sentence of reply.speech.sentences) {
      const vector = known(meanings.vectorOf(sentence))
      if (vector === undefined) continue
      const value = around + dot(direction.sentence, vector)
      if (value > best) {
        best = value
        at = sentence
      }
    }
    return { value: at === undefined ? 0 : Math.max(LEAST, Math.min(MOST, best / UNIT)), sentence: at }
  })
}
