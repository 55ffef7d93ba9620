import { STOP_WORDS, stem } from '../text/stop-words.ts'
import type { Token } from '../text/tokens.ts'

/** Words of time, size and speech that are in every interview and tell nothing of what a statement is about. */
const COMMON = new Set(
  (
    'year years month months week weeks day days since last this long time start started began end beginning early late first ' +
    'work working worked job role team company firm place people person experience present current currently before after ' +
    'january february march april may june july august september october november december spring summer autumn winter ' +
    'christmas mostly maybe back new well okay yeah right just kind sort start use used using need different because also ' +
    'whole part big good bit percent number year end never always nobody everybody everyone'
  )
    .split(' ')
    .map(stem),
)

/** Stems of what some words are about. */
export function subjectOf(tokens: readonly Token[], from = 0, to = tokens.length): Set<string> {
  const stems = new Set<string>()
  for (let at = from; at < to; at++) {
    const { text, isNumber } = tokens[at]!
    if (isNumber || text.length < 3 || STOP_WORDS.has(text)) continue
    const topic = stem(text)
    if (!COMMON.has(topic)) stems.add(topic)
  }
  return stems
}

/** Stems that so few replies hold that two statements sharing one are about the same thing. */
export interface Rarity {
  isRare(stem: string): boolean
}

const MOST_REPLIES = 4
const MOST_SHARE = 0.3

/** Counts in how many replies each stem stands, question included. */
export function rarityOf(replies: readonly ReadonlySet<string>[]): Rarity {
  const counts = new Map<string, number>()
  for (const stems of replies) for (const topic of stems) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  const most = Math.max(MOST_REPLIES, MOST_SHARE * replies.length)
  return { isRare: (topic) => (counts.get(topic) ?? 0) <= most }
}
