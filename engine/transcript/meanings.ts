import { dot } from '../meaning/word-vectors.ts'
import type { Embed } from '../types.ts'
import type { Answer, Reply } from './answers.ts'
import { isAsk } from './asks.ts'
import { PROTOTYPES, type PrototypeName } from './prototypes.ts'
import type { SpokenTurn } from './speakers.ts'
import type { Sentence, Speech } from './text/tokens.ts'
import { budget } from './weights.ts'

/** Two ends of a scale of meaning, the first being the one that counts up. */
export type Scale =
  | 'expert-shallow'
  | 'method-guesswork'
  | 'clear-unclear'
  | 'refuses-accepts'
  | 'lacks-has'
  | 'blames-owns_up'
  | 'evades-answers'
  | 'unknown_end-outcome'

/** How much closer a reply's sentences are to the good end of each scale than to the other end; 0 without sentences. */
export interface Placement {
  expert: number
  method: number
  clear: number
  /** Similarity of the question and the sentence that comes nearest to it: the answer is somewhere in the reply. */
  relevance: number
}

/** What the embeddings say of one transcript. */
export interface Meanings {
  placements: ReadonlyMap<Reply, Placement>
  /** How much closer a sentence is to the first end of a scale than to the second; undefined when it was not embedded. */
  lean(sentence: { start: number }, scale: Scale): number | undefined
  /** How close a question is in meaning to the nearest private matters, and how much closer than to lawful neighbours. */
  privacyOf(ask: { start: number }): { closeness: number; margin: number } | undefined
  /** Unit vector of a sentence of the candidate; undefined when it was not embedded. */
  vectorOf(sentence: { start: number }): Float32Array | undefined
  /** Unit vector of what was asked before a reply. */
  questionOf(reply: Reply): Float32Array | undefined
  /** Unit vector of the first words the interviewer says after a reply; undefined where the candidate has the last word. */
  reactionTo(reply: Reply): Float32Array | undefined
  /** Unit vector of question and reply read as one text. */
  jointOf(reply: Reply): Float32Array | undefined
  /** Unit vectors of what the job description asks for, in its order. */
  requirements: readonly Float32Array[]
}

export type PrototypeVectors = Record<PrototypeName, Float32Array[]>

const NAMES = Object.keys(PROTOTYPES) as PrototypeName[]
/** Length of the model's vectors. */
const SIZE = 384
const NONE: Placement = { expert: 0, method: 0, clear: 0, relevance: 0 }

/** Embeds the prototypes once for one embedder. */
export async function embedPrototypes(embed: Embed): Promise<PrototypeVectors> {
  const vectors = await embed(NAMES.flatMap((name) => PROTOTYPES[name]))
  const result = {} as PrototypeVectors
  let at = 0
  for (const name of NAMES) {
    result[name] = vectors.slice(at, at + PROTOTYPES[name].length)
    at += PROTOTYPES[name].length
  }
  return result
}

/** Words as spoken without fillers: what is embedded, so that fillers cannot move a vector. */
function plainText({ tokens }: Speech, { from, to }: Pick<Sentence, 'from' | 'to'>): string {
  let text = ''
  const end = Math.min(to, from + budget.sentenceTokens)
  for (let i = from; i < end; i++) text += `${i > from ? ' ' : ''}${tokens[i]!.text}`
  return text
}

interface Chosen {
  text: string
  words: number
  start: number
}

/**
 * Embeds some sentences of every reply, spread evenly over it, and places them between the prototypes. A sentence costs
 * 6-8 ms on one thread, so an hour's interview is sampled and a short one read whole.
 */
export async function readMeanings(
  answers: readonly Answer[],
  embed: Embed,
  prototypes: PrototypeVectors,
  turns: readonly SpokenTurn[],
  requirements: readonly { text: string }[],
): Promise<Meanings> {
  const replies = answers
    .flatMap((answer) => answer.replies)
    .filter((reply) => reply.speech.sentences.length > 0)
    .slice(0, budget.sentences)
  const all = replies.reduce((sum, reply) => sum + reply.speech.sentences.length, 0)
  const perReply =
    all <= budget.sentences
      ? Number.POSITIVE_INFINITY
      : Math.max(1, Math.min(budget.sentencesPerReply, Math.floor(budget.sentences / Math.max(1, replies.length))))
  const chosen = replies.map((reply) => choose(reply, perReply))
  const first = replies.slice(0, budget.questions)
  const after = nextOf(turns)
  const asks = personalAsks(turns)
  const texts = [
    chosen.flat().map(({ text }) => text),
    first.map(questionText),
    first.map(after),
    first.map(jointText),
    requirements.slice(0, budget.requirements).map(({ text }) => text),
    asks.map(({ text }) => text),
  ]
  // One call for all, cut into its parts again.
  const embedded = await embed(texts.flat())
  const part = (which: number): Float32Array[] => {
    const from = texts.slice(0, which).reduce((sum, list) => sum + list.length, 0)
    return embedded.slice(from, from + texts[which]!.length)
  }
  const sentences = part(0)
  const byReply = (list: readonly Float32Array[]) => new Map(first.map((reply, i) => [reply, list[i]!]))
  const asked = byReply(part(1))
  const reacted = byReply(part(2))
  const joined = byReply(part(3))
  const askVectors = part(5)
  const askedAt = new Map(asks.map(({ start }, i) => [start, askVectors[i]!]))
  const vectors = new Map<number, Float32Array>()
  const placements = new Map<Reply, Placement>()
  let at = 0
  replies.forEach((reply, i) => {
    const items = chosen[i]!.map((item) => {
      const vector = sentences[at++]!
      vectors.set(item.start, vector)
      return { ...item, vector }
    })
    placements.set(reply, place(items, asked.get(reply), prototypes))
  })
  return {
    placements,
    requirements: part(4),
    reactionTo: (reply) => (after(reply) === '' ? undefined : reacted.get(reply)),
    vectorOf: ({ start }) => vectors.get(start),
    jointOf: (reply) => joined.get(reply),
    privacyOf({ start }) {
      const vector = askedAt.get(start)
      // Vectors of another embedder have no calibrated margin.
      if (vector?.length !== SIZE) return undefined
      const closeness = nearest(vector, prototypes.private_matter)
      return { closeness, margin: closeness - nearest(vector, prototypes.work_matter) }
    },
    questionOf: (reply) => asked.get(reply),
    lean({ start }, scale) {
      const vector = vectors.get(start)
      const [first, second] = scale.split('-') as [PrototypeName, PrototypeName]
      return vector === undefined ? undefined : nearest(vector, prototypes[first]) - nearest(vector, prototypes[second])
    },
  }
}

const SECOND_PERSON = new Set("you your you're you've you'd yours yourself".split(' '))

/** The interviewer's questions that speak to the candidate: only they can ask for what is private. */
function personalAsks(turns: readonly SpokenTurn[]): { text: string; start: number }[] {
  return turns
    .filter(({ role }) => role === 'interviewer')
    .flatMap(({ speech }) =>
      speech.sentences
        .filter(
          (sentence) =>
            sentence.to - sentence.from >= 3 &&
            speech.tokens.slice(sentence.from, sentence.to).some(({ text }) => SECOND_PERSON.has(text)) &&
            isAsk(speech, sentence),
        )
        .map((sentence) => ({ text: plainText(speech, sentence), start: sentence.start })),
    )
    .slice(0, budget.asks)
}

function choose({ speech }: Reply, count: number): Chosen[] {
  const worth = speech.sentences.filter((s) => s.to - s.from >= 3)
  return spread(worth.length > 0 ? worth : speech.sentences, count).map((sentence) => ({
    text: plainText(speech, sentence),
    words: sentence.to - sentence.from,
    start: sentence.start,
  }))
}

const jointText = (reply: Reply): string =>
  `${questionText(reply)} ? ${plainText(reply.speech, { from: 0, to: Math.min(budget.replyTokens, reply.speech.tokens.length) })}`

/** Words of the interviewer right after a reply, up to some; empty where nothing follows. */
function nextOf(turns: readonly SpokenTurn[]): (reply: Reply) => string {
  const places = new Map(turns.map((turn, i) => [turn, i]))
  return ({ turns: own }) => {
    const last = own.at(-1)
    const next = last === undefined ? undefined : turns[places.get(last)! + 1]
    return next?.role !== 'interviewer'
      ? ''
      : plainText(next.speech, { from: 0, to: Math.min(next.speech.tokens.length, budget.reactionTokens) })
  }
}

function questionText({ questionSpeech }: Reply): string {
  const asked = questionSpeech.sentences.findLast((s) => s.to - s.from >= 3) ?? questionSpeech.sentences.at(-1)
  return asked === undefined ? '' : plainText(questionSpeech, asked)
}

/** Up to `count` items at even distances, first and last included. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items]
  if (count === 1) return [items[0]!]
  return Array.from({ length: count }, (_, i) => items[Math.round((i * (items.length - 1)) / (count - 1))]!)
}

function place(
  items: readonly (Chosen & { vector: Float32Array })[],
  question: Float32Array | undefined,
  prototypes: PrototypeVectors,
): Placement {
  const total = items.reduce((sum, item) => sum + item.words, 0)
  if (total === 0) return NONE
  const mean = (value: (vector: Float32Array) => number): number =>
    items.reduce((sum, item) => sum + item.words * value(item.vector), 0) / total
  const side = (good: PrototypeName, bad: PrototypeName): number =>
    mean((vector) => nearest(vector, prototypes[good]) - nearest(vector, prototypes[bad]))
  return {
    expert: side('expert', 'shallow'),
    method: side('method', 'guesswork'),
    clear: side('clear', 'unclear'),
    relevance: question === undefined ? 0 : Math.max(...items.map(({ vector }) => dot(vector, question))),
  }
}

/** Mean of the two nearest: one lucky prototype says less. */
function nearest(vector: Float32Array, prototypes: readonly Float32Array[]): number {
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
