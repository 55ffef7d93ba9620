import type { Exchange } from './exchanges.ts'
import { kindOf } from './kinds.ts'
import type { SpokenTurn } from './speakers.ts'
import { joinSpeech, type Range, readSpeech, type Speech } from './text/tokens.ts'
import type { AnswerKind } from './types.ts'

/** One question of an answer, main or follow-up, and what the candidate said to it. */
export interface Reply {
  question: Range
  questionSpeech: Speech
  /** Undefined when the question got no words. */
  turns: SpokenTurn[]
  speech: Speech
}

/** An exchange read for analysis. */
export interface Answer {
  index: number
  kind: AnswerKind
  replies: Reply[]
  /** All replies together. */
  speech: Speech
}

/** Reads each exchange's words and decides its kind. */
export function readAnswers(text: string, exchanges: readonly Exchange[], allCapitals: boolean): Answer[] {
  return exchanges.map((exchange, i) => {
    const asked = [exchange.question, ...exchange.followUps.map((followUp) => followUp.range)]
    const turnsOf = asked.map((): SpokenTurn[] => [])
    for (const reply of exchange.replies) turnsOf[reply.followUp + 1]!.push(reply.turn)
    const replies = asked.map((question, at) => {
      const turns = turnsOf[at]!
      return {
        question,
        questionSpeech: readSpeech(text, [question], allCapitals),
        turns,
        speech: joinSpeech(turns.map((turn) => turn.speech)),
      }
    })
    const speech = joinSpeech(exchange.replies.map((reply) => reply.turn.speech))
    return { index: i + 1, kind: kindOf(replies[0]!.questionSpeech, speech), replies, speech }
  })
}
