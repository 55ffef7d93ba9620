/** How a demand is worded, each 0-1: readers take "expert in X, Y and Z" more strictly than "knowledge of X". */
export interface DemandWording {
  /** Words, fifteen or more being 1. */
  length: number
  /** Joined parts (commas, "and", slashes), four or more being 1. */
  parts: number
  hasChoice: number
  asksMuch: number
  asksKnowledge: number
}

const ASKS_MUCH =
  /\b(?:strong|expert|expertise|advanced|proven|extensive|deep|proficien(?:t|cy)|solid|excellent|hands-on|demonstrated)\b/i
const ASKS_KNOWLEDGE =
  /\b(?:familiar(?:ity)?|basic|exposure|awareness|some (?:knowledge|experience)|understanding|knowledge)\b/i

/** How the words of a requirement put it. */
export const demandWordingOf = (text: string): DemandWording => ({
  length: Math.min(1, text.split(/\s+/).length / 15),
  parts: Math.min(1, Array.from(text.matchAll(/,|\band\b|\//g)).length / 4),
  hasChoice: /\bor\b/i.test(text) ? 1 : 0,
  asksMuch: ASKS_MUCH.test(text) ? 1 : 0,
  asksKnowledge: ASKS_KNOWLEDGE.test(text) ? 1 : 0,
})
