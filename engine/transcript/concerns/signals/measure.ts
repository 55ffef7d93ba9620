import { STOP_WORDS, stem } from '../../text/stop-words.ts'
import type { Token } from '../../text/tokens.ts'

/** Named values of one reply, most of them 0 to 1. */
export type Signals = Record<string, number>

export const flag = (value: boolean): number => (value ? 1 : 0)

/** 0 to 1, half of it at `half`: the third sign adds less than the first. */
export const saturate = (count: number, half: number): number => (count <= 0 ? 0 : count / (count + half))

/** Share of the words that belong to a set, times eight and at most 1: one word in eight is a lot. */
export function presence(tokens: readonly Token[], words: ReadonlySet<string>): number {
  if (tokens.length === 0) return 0
  let count = 0
  for (const { text } of tokens) if (words.has(text)) count++
  return Math.min(1, (8 * count) / tokens.length)
}

/** Stems of the words that carry a topic. */
export const topicStems = (tokens: readonly Token[]): Set<string> =>
  new Set(tokens.filter(({ text }) => !STOP_WORDS.has(text)).map(({ text }) => stem(text)))
