import type { Embed } from '../types.ts'
import type { Answer, Reply } from './answers.ts'
import { PROTOTYPES, type PrototypeName } from './prototypes.ts'
import type { Sentence, Speech } from './text/tokens.ts'
import { budget } from './weights.ts'

/** How much closer a reply's sentences are to the good end of each scale than to the other end; 0 without sentences. */
export interface Placement {
  expert: number
  method: number
  clear: number
  /** Similarity of the question and the reply. */
  relevance: number
}

type Vectors = Record<PrototypeName, Float32Array[]>

const NAMES = Object.keys(PROTOTYPES) as PrototypeName[]
const NONE: Placement = { expert: 0, method: 0, clear: 0, relevance: 0 }

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Embeds the prototypes once for one embedder. */
export async function embedPrototypes(embed: Embed): Promise<Vectors> {
  const vectors = await embed(NAMES.flatMap((name) => PROTOTYPES[name]))
  const result = {} as Vectors
  let at = 0
  for (const name of NAMES) {
    result[name] = vectors.slice(at, at + PROTOTYPES[name].length)
    at += PROTOTYPES[name].length
  }
  return result
}

/** Words as spoken without fillers: what is embedded, so that fillers cannot move a vector. */
export function plainText({ tokens }: Speech, { from, to }: Pick<Sentence, 'from' | 'to'>): string {
  let text = ''
  const end = Math.min(to, from + budget.sentenceTokens)
  for (let i = from; i < end; i++) text += `${i > from ? ' ' : ''}${tokens[i]!.text}`
  return text
}

interface Chosen {
  reply: Reply
  text: string
  words: number
  isQuestion: boolean
}

/**
 * Places every reply of the given answers. Only some sentences of each are embedded (a sentence costs 6-8 ms): spread
 * evenly over the reply, so that the cost of an hour's interview stays near half a second.
 */
export async function placeReplies(
  answers: readonly Answer[],
  embed: Embed,
  vectors: Vectors,
): Promise<Map<Reply, Placement>> {
  const replies = answers.flatMap((answer) => answer.replies).filter((reply) => reply.speech.sentences.length > 0)
  const perReply = Math.max(
    1,
    Math.min(budget.sentencesPerReply, Math.floor(budget.sentences / Math.max(1, replies.length))),
  )
  const chosen: Chosen[] = []
  for (const reply of replies.slice(0, budget.sentences)) {
    const { speech, questionSpeech } = reply
    const worth = speech.sentences.filter((s) => s.to - s.from >= 4)
    for (const sentence of spread(worth.length > 0 ? worth : speech.sentences, perReply))
      chosen.push({ reply, text: plainText(speech, sentence), words: sentence.to - sentence.from, isQuestion: false })
    if (questionSpeech.tokens.length > 0)
      chosen.push({ reply, text: plainText(questionSpeech, lastOf(questionSpeech)), words: 0, isQuestion: true })
  }
  const embedded = await embed(chosen.map(({ text }) => text))
  const placements = new Map<Reply, Placement>()
  for (const reply of replies) {
    const mine = chosen.flatMap((item, i) => (item.reply === reply ? [{ ...item, vector: embedded[i]! }] : []))
    placements.set(reply, place(mine, vectors))
  }
  return placements
}

function lastOf(speech: Speech): Sentence {
  return speech.sentences.findLast((s) => s.to - s.from >= 3) ?? speech.sentences.at(-1)!
}

/** Up to `count` items at even distances, first and last included. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items]
  if (count === 1) return [items[0]!]
  return Array.from({ length: count }, (_, i) => items[Math.round((i * (items.length - 1)) / (count - 1))]!)
}

function place(items: readonly (Chosen & { vector: Float32Array })[], vectors: Vectors): Placement {
  const said = items.filter((item) => !item.isQuestion)
  const total = said.reduce((sum, item) => sum + item.words, 0)
  if (total === 0) return NONE
  const question = items.find((item) => item.isQuestion)?.vector
  const mean = (value: (vector: Float32Array) => number): number =>
    said.reduce((sum, item) => sum + item.words * value(item.vector), 0) / total
  const side = (good: PrototypeName, bad: PrototypeName): number =>
    mean((vector) => nearest(vector, vectors[good]) - nearest(vector, vectors[bad]))
  return {
    expert: side('expert', 'shallow'),
    method: side('method', 'guesswork'),
    clear: side('clear', 'unclear'),
    relevance: question === undefined ? 0 : mean((vector) => dot(vector, question)),
  }
}

/** Mean of the two nearest: one lucky prototype says less. */
export function nearest(vector: Float32Array, prototypes: readonly Float32Array[]): number {
  let first = -1
  let second = -1
  for (const prototype of prototypes) {
    const value = dot(vector, prototype)
    if (value > first) {
      second = first
      first = value
    } else if (value > second) second = value
  }
  return (first + second) / 2
}
