import type { Requirement } from '../../types.ts'
import type { Answer, Reply } from '../answers.ts'
import type { Meanings, Scale } from '../meanings.ts'
import type { SpokenTurn } from '../speakers.ts'
import type { StarReading } from '../star.ts'
import { type Range, type Sentence, sentenceOf } from '../text/tokens.ts'
import type { ConcernCode, ConcernSeverity } from '../types.ts'

/** What a detector found: a place in the transcript and how much it matters. */
export interface ConcernHit {
  code: ConcernCode
  range: Range
  severity: ConcernSeverity
  /** Order of salience within one code, higher first. */
  strength: number
  /** The requirement it speaks of. */
  about?: string
  /** The other place, where it rests on two. */
  against?: Range
}

export interface StoryAnswer {
  answer: Answer
  star: StarReading
}

/** All that the detectors read. */
export interface ConcernContext {
  text: string
  turns: readonly SpokenTurn[]
  answers: readonly Answer[]
  stories: readonly StoryAnswer[]
  /** Orders to an automated reader, found and taken out beforehand. */
  instructions: readonly ConcernHit[]
  meanings: Meanings
  /** As it was sent; empty without one. */
  jobDescription: string
  requirements: readonly Pick<Requirement, 'text' | 'quote' | 'kind'>[]
}

/** The sentence of a reply that holds token `at`. */
export function sentenceAt(reply: Pick<Reply, 'speech'>, at: number): Range {
  const { sentences } = reply.speech
  const sentence = sentenceOf(sentences, at) ?? sentences.at(-1)!
  return { start: sentence.start, end: sentence.end }
}

/** From the first to the last of up to `limit` sentences around a reply's start. */
export function openingOf(reply: Pick<Reply, 'speech'>, limit: number): Range {
  const { sentences } = reply.speech
  return { start: sentences[0]!.start, end: sentences[Math.min(limit, sentences.length) - 1]!.end }
}

/** One reply with its neighbours in the order of the interview, across answers. */
export interface PlacedReply {
  answer: Answer
  reply: Reply
  /** Index within its answer; 0 replies to the main question. */
  at: number
  previous: Reply | undefined
  next: Reply | undefined
}

/** All replies with words, in order. */
export function placeInOrder(answers: readonly Answer[]): PlacedReply[] {
  const all = answers.flatMap((answer) => answer.replies.map((reply, at) => ({ answer, reply, at })))
  return all
    .map((item, i) => ({ ...item, previous: all[i - 1]?.reply, next: all[i + 1]?.reply }))
    .filter(({ reply }) => reply.speech.tokens.length > 0)
}

/** The sentence of a reply that leans most to the first end of a scale, with how far it leans. */
export function strongestLean(
  { speech }: Pick<Reply, 'speech'>,
  scale: Scale,
  meanings: Meanings,
): { lean: number; sentence: Sentence } | undefined {
  let best: { lean: number; sentence: Sentence } | undefined
  for (const sentence of speech.sentences) {
    const lean = meanings.lean(sentence, scale)
    if (lean !== undefined && (best === undefined || lean > best.lean)) best = { lean, sentence }
  }
  return best
}
