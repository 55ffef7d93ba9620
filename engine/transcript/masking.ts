import { findInstructions } from './concerns/integrity.ts'
import { findOrders } from './concerns/orders.ts'
import type { ConcernHit } from './concerns/types.ts'
import type { SpokenTurn } from './speakers.ts'

/**
 * Takes sentences that give orders to an automated reader out of what is analysed, so that they bring neither credit nor
 * harm; from the first to the last such sentence of a turn. They are reported with the concerns.
 */
export function maskInstructions(turns: readonly SpokenTurn[]): { turns: SpokenTurn[]; instructions: ConcernHit[] } {
  const instructions: ConcernHit[] = []
  const masked = turns.map((turn) => {
    const hits = [...findInstructions(turn), ...(turn.role === 'candidate' ? findOrders(turn) : [])]
    if (hits.length === 0) return turn
    instructions.push(...hits)
    const from = Math.min(...hits.map((hit) => hit.range.start))
    const to = Math.max(...hits.map((hit) => hit.range.end))
    const { speech } = turn
    const kept = speech.sentences.filter((s) => s.end <= from || s.start >= to)
    let at = 0
    const tokens = kept.flatMap((s) => speech.tokens.slice(s.from, s.to))
    const sentences = kept.map((s) => {
      const length = s.to - s.from
      const moved = { ...s, from: at, to: at + length }
      at += length
      return moved
    })
    return { ...turn, speech: { tokens, sentences } }
  })
  return { turns: masked, instructions }
}
