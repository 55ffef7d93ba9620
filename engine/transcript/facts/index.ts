import type { Reply } from '../answers.ts'
import { compareFacts } from './compare.ts'
import { heldAgainst } from './papers.ts'
import { readFacts } from './read-facts.ts'
import { type GivenAway, handsOver, leadsGivenAway } from './roles.ts'
import { rarityOf, subjectOf } from './subjects.ts'
import type { Clash } from './types.ts'

export type { Clash, Place } from './types.ts'

/** What the statements of one interview say when they are held against each other. */
export interface Timeline {
  /** Statements that cannot both hold as they are said. */
  clashes: Clash[]
  /** For each reply, how a lead that it claims is given away later. */
  givenAway: (GivenAway | undefined)[]
  /** For each reply, how much it lays in other hands, 0 to 1. */
  handsOver: number[]
}

/** Reads and compares the statements of an interview; `replies` are those with words, in order. */
export function readTimeline(replies: readonly Reply[]): Timeline {
  const rarity = rarityOf(
    replies.map(
      ({ speech, questionSpeech }) => new Set([...subjectOf(speech.tokens), ...subjectOf(questionSpeech.tokens)]),
    ),
  )
  const facts = readFacts(replies)
  return {
    clashes: [...compareFacts(facts, replies, rarity), ...heldAgainst(replies, facts)],
    givenAway: leadsGivenAway(replies, rarity),
    handsOver: replies.map((reply) => handsOver(reply).strength),
  }
}
