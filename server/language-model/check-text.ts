import { isLawful } from '@innohire/engine/writer/lint.ts'

/** What is wrong with a draft; it is then not used at all. */
export class DraftRefused extends Error {
  override name = 'DraftRefused'
}

/** Text as quotes are compared: lower case, single spaces, without quotation marks and apostrophes. */
export const flatten = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[“”"'’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Lawful, without links, mark-up and words that speak of the machine's orders. */
export const isClean = (text: string): boolean =>
  isLawful(text) &&
  !/https?:|www\.|@\w|[<>{}]|\b(?:ignore|instructions?|prompt|system message|as an ai|score|rating|hire this|best candidate)\b/i.test(
    text,
  )

/** Names and numbers must come from `known` (flattened): words with a capital inside a sentence, and every figure not in `free`. */
export function isSupported(text: string, known: string, free: RegExp = /^$/): boolean {
  const names = text
    .split(/[.?!:]\s+/)
    .flatMap((sentence) => sentence.split(/\s+/).slice(1))
    .map((word) => word.replace(/^[^\p{L}\p{N}[]+|[^\p{L}\p{N}\]+#]+$/gu, ''))
    .filter((word) => /^\p{Lu}/u.test(word) && word !== 'I' && !/^I['’]/.test(word))
  const figures = text.match(/\d+(?:[.,]\d+)?/g) ?? []
  const isKnown = (word: string): boolean => known.includes(flatten(word))
  return names.every(isKnown) && figures.filter((figure) => !free.test(figure)).every(isKnown)
}
