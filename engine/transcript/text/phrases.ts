import type { Token } from './tokens.ts'

/** Phrases ready for look-up, keyed by their first word. Built once; a look-up is linear in the number of tokens. */
export type PhraseSet = ReadonlyMap<string, readonly (readonly string[])[]>

export interface PhraseHit {
  /** Index of the first token, and one past the last. */
  at: number
  to: number
}

/** `(a|b|)` in a phrase stands for each of its alternatives; an empty one leaves the word out. */
function expand(phrase: string): string[] {
  const close = phrase.indexOf(')')
  if (close < 0) return [phrase]
  // The innermost group first, so that groups may stand in groups.
  const open = phrase.lastIndexOf('(', close)
  return phrase
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => expand(phrase.slice(0, open) + choice + phrase.slice(close + 1)))
}

/** Compiles phrases, one a line or one an entry. Words are lower case with straight apostrophes; `#` stands for any number. */
export function phraseSet(phrases: string | readonly string[]): PhraseSet {
  const lines = typeof phrases === 'string' ? phrases.split('\n') : phrases
  const byFirst = new Map<string, string[][]>()
  for (const line of lines)
    for (const phrase of new Set(expand(line.trim()))) {
      const words = phrase.split(' ').filter((word) => word !== '')
      const first = words[0]
      if (first === undefined) continue
      const list = byFirst.get(first)
      if (list === undefined) byFirst.set(first, [words])
      else list.push(words)
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
  return byFirst
}

function matchesAt(tokens: readonly Token[], at: number, to: number, words: readonly string[]): boolean {
  if (at + words.length > to) return false
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const token = tokens[at + i]!
    if (word === '#' ? !token.isNumber : word !== token.text) return false
  }
  return true
}

/** All hits in `tokens[from..to)`, longest at each place, none overlapping another. */
export function findPhrases(tokens: readonly Token[], set: PhraseSet, from = 0, to = tokens.length): PhraseHit[] {
  const hits: PhraseHit[] = []
  const numeric = set.get('#')
  for (let at = from; at < to; ) {
    const token = tokens[at]!
    const words =
      set.get(token.text)?.find((phrase) => matchesAt(tokens, at, to, phrase)) ??
      (token.isNumber ? numeric?.find((phrase) => matchesAt(tokens, at, to, phrase)) : undefined)
    if (words === undefined) {
      at++
      continue
    }
    hits.push({ at, to: at + words.length })
    at += words.length
  }
  return hits
}

/** Whether any phrase of the set stands in `tokens[from..to)`. */
export function hasPhrase(tokens: readonly Token[], set: PhraseSet, from = 0, to = tokens.length): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at]!
    if (set.get(token.text)?.some((phrase) => matchesAt(tokens, at, to, phrase)) === true) return true
    if (token.isNumber && set.get('#')?.some((phrase) => matchesAt(tokens, at, to, phrase)) === true) return true
  }
  return false
}

/** Words that captions drop or mishear without harm to the question: articles, objects, and words that sound alike. */
const UNHEARD = new Set(['a', 'an', 'the', 'me', 'us', 'and', 'of'])
const SOUNDS_LIKE = new Map(
  "too:to two:to there:their they're:their you're:your it's:its than:then wood:would knew:new right:write week:weak here:hear hole:whole buy:by four:for no:know"
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** Like `phraseSet`, for `hasLoosePhrase`: questions must be known for what they are even in poor captions. */
export function loosePhraseSet(phrases: string): PhraseSet {
  const strict = [...phraseSet(phrases).values()].flat()
  return phraseSet(strict.map((words) => loosen(words).join(' ')).filter((phrase) => phrase !== ''))
}

function loosen(words: readonly string[]): string[] {
  return words.filter((word) => !UNHEARD.has(word)).map((word) => SOUNDS_LIKE.get(word) ?? word)
}

/** The tokens as a loose phrase set sees them. */
export function looseTokens(tokens: readonly Token[]): Token[] {
  return tokens
    .filter((token) => !UNHEARD.has(token.text))
    .map((token) => ({ ...token, text: SOUNDS_LIKE.get(token.text) ?? token.text }))
}

/** Whether a loose phrase stands in the tokens. */
export function hasLoosePhrase(tokens: readonly Token[], set: PhraseSet): boolean {
  return hasPhrase(looseTokens(tokens), set)
}
