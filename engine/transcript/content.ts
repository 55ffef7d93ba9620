import {
  ALTERNATIVES,
  CONDITIONS,
  DIGRESSIONS,
  GENERIC,
  LEARNING,
  REASONS,
  SEQUENCE,
  UNKNOWING,
  VERIFICATION,
} from './competency-cues.ts'
import { ownSteps } from './text/past.ts'
import { findPhrases, looseTokens } from './text/phrases.ts'
import { isPlainWord } from './text/plain-words.ts'
import { STOP_WORDS } from './text/stop-words.ts'
import type { Speech, Token } from './text/tokens.ts'

/** How often a reply shows each kind of substance. Counts, so that one misheard word moves little. */
export interface Content {
  words: number
  numbers: number
  /** Different words that not everyone knows, names of persons and places left out. */
  terms: number
  steps: number
  reasons: number
  conditions: number
  alternatives: number
  sequence: number
  verification: number
  learning: number
  unknowing: number
  generic: number
  digressions: number
}

/** Counts what a stretch of speech names: figures, terms and steps of one's own. `isTerm` may know more terms than word rarity tells. */
export function readSpecifics(
  tokens: readonly Token[],
  isTerm: (token: Token) => boolean = () => false,
): Pick<Content, 'numbers' | 'terms' | 'steps'> {
  const terms = new Set<string>()
  let numbers = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    // "four and a half" and "£1.9 million" are one figure each.
    if (token.isNumber && tokens[i - 1]?.isNumber !== true) numbers++
    if (token.isNumber || token.isName || STOP_WORDS.has(token.text)) continue
    if (token.isCode || !isPlainWord(token.text) || isTerm(token)) terms.add(token.text)
  }
  return { numbers, terms: terms.size, steps: ownSteps(tokens).reduce((sum, step) => sum + step.weight, 0) }
}

/** Counts the substance of one reply; linear in its words. */
export function readContent({ tokens }: Speech, isTerm?: (token: Token) => boolean): Content {
  const heard = looseTokens(tokens)
  return {
    words: tokens.length,
    ...readSpecifics(tokens, isTerm),
    reasons: findPhrases(heard, REASONS).length,
    conditions: findPhrases(heard, CONDITIONS).length,
    alternatives: findPhrases(heard, ALTERNATIVES).length,
    sequence: findPhrases(heard, SEQUENCE).length,
    verification: findPhrases(heard, VERIFICATION).length,
    learning: findPhrases(heard, LEARNING).length,
    unknowing: findPhrases(heard, UNKNOWING).length,
    generic: findPhrases(heard, GENERIC).length,
    digressions: findPhrases(heard, DIGRESSIONS).length,
  }
}

/** One figure for how much a reply says: about 1 for one concrete fact, reason or step. */
export function substance(content: Content): number {
  return (
    content.numbers +
    0.5 * content.terms +
    content.steps +
    content.reasons +
    0.7 * (content.conditions + content.alternatives + content.sequence + content.verification + content.learning)
  )
}
