import { isAsk } from './asks.ts'
import { followUpScore, topicsOfWords } from './follow-ups.ts'
import type { SpokenTurn } from './speakers.ts'
import { STOP_WORDS } from './text/stop-words.ts'
import type { Range, Sentence } from './text/tokens.ts'

/** One main question with its follow-ups and everything the candidate replied to them. */
export interface Exchange {
  question: Range
  questionTurn: SpokenTurn
  followUps: { range: Range; turn: SpokenTurn }[]
  /** The candidate's turns, in order; each knows which follow-up it answers (-1: the main question). */
  replies: { turn: SpokenTurn; followUp: number }[]
  /** Topic words of all that was said in it so far. */
  topics: Set<string>
}

/** Groups turns into exchanges. Remarks of the interviewer that ask nothing do not end an answer. */
export function joinExchanges(turns: readonly SpokenTurn[], score = followUpScore): Exchange[] {
  const exchanges: Exchange[] = []
  for (let i = 0; i < turns.length; i++) {
    const turn = turns[i]!
    const current = exchanges.at(-1)
    if (turn.role === 'candidate') {
      const own = current ?? openUnasked(turn, exchanges)
      own?.replies.push({ turn, followUp: own.followUps.length - 1 })
      if (own !== undefined) remember(own, turn)
      continue
    }
    if (turn.role !== 'interviewer') continue
    const range = askedRange(turn, nextIsCandidate(turns, i))
    if (range === undefined) continue
    const isFirst = current === undefined || current.replies.length === 0
    if (current !== undefined && isFirst && current.questionTurn === turns[i - 1]) {
      // Two interviewers, or one cut in two: the later question is the one that gets the answer.
      current.questionTurn = turn
      current.question = range
      remember(current, turn)
    } else if (current !== undefined && score(turn, range, current) > 0) {
      current.followUps.push({ range, turn })
      remember(current, turn)
    } else exchanges.push(open(range, turn))
  }
  return exchanges
}

/** Fewer words before the first question are a greeting. */
const UNASKED_WORDS = 8

/** Speech before any question: a presentation, or a transcript of the candidate alone. Its question is empty. */
function openUnasked(turn: SpokenTurn, exchanges: Exchange[]): Exchange | undefined {
  if (turn.speech.tokens.length < UNASKED_WORDS) return undefined
  const start = turn.ranges[0]!.start
  const exchange = open({ start, end: start }, turn)
  exchanges.push(exchange)
  return exchange
}

function open(question: Range, turn: SpokenTurn): Exchange {
  return {
    question,
    questionTurn: turn,
    followUps: [],
    replies: [],
    topics: new Set(topicsOfWords(turn.speech.tokens)),
  }
}

function remember(exchange: Exchange, turn: SpokenTurn): void {
  for (const topic of topicsOfWords(turn.speech.tokens)) exchange.topics.add(topic)
}

function nextIsCandidate(turns: readonly SpokenTurn[], at: number): boolean {
  return turns[at + 1]?.role === 'candidate'
}

const ACKNOWLEDGING = new Set(
  (
    'good great excellent lovely nice brilliant perfect thanks thank interesting strong clever impressive fair fine understood ' +
    'super sure helpful cool noted correct true exactly alright appreciate hi hello hey welcome morning afternoon'
  ).split(' '),
)

/** "That's strong.", "Understood.": a few words without a subject of their own. */
function isAcknowledgement({ speech }: SpokenTurn, { from, to }: Sentence): boolean {
  if (to - from > 4) return false
  for (let i = from; i < to; i++) {
    const { text, isName } = speech.tokens[i]!
    if (!STOP_WORDS.has(text) && !ACKNOWLEDGING.has(text) && !isName) return false
  }
  return true
}

/** From the first sentence with substance to the end of the turn; undefined for greetings, thanks and bare remarks. */
function askedRange(turn: SpokenTurn, isAnswered: boolean): Range | undefined {
  const { sentences } = turn.speech
  const firstAsk = sentences.findIndex((sentence) => isAsk(turn.speech, sentence))
  const words = turn.speech.tokens.length
  if (firstAsk < 0 && (!isAnswered || words < 5)) return undefined
  const from = sentences.findIndex((s, i) => i === firstAsk || !isAcknowledgement(turn, s))
  const start = sentences[Math.max(0, from)]!.start
  return { start, end: sentences.at(-1)!.end }
}
