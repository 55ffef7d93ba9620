import { singular, verbStem } from './stem.ts'
import { gap, tokenize } from './tokens.ts'

/** A name split into the words under which it is found. */
export function nameWords(name: string): string[] {
  // Most names are plain words; tokenising the others costs ten times as much, which tells when 60,000 are loaded.
  return /^[a-zA-Z]+(?: [a-zA-Z]+)*$/.test(name) ? name.toLowerCase().split(' ') : tokenize(name).words
}

/** The key of one word: singular; names and texts are both reduced to it. */
export const nounKey = (word: string): string => (word === '&' ? 'and' : singular(word))

/** The key of a verb that opens a competence ("manage staff"); `~` keeps it apart from nouns. */
export const verbKey = (word: string): string => `~${verbStem(word)}`

/** Articles and possessives make no difference to a competence: "managed a staff", "lead our team". */
export const determiners = new Set(['the', 'a', 'an', 'our', 'their', 'my', 'his', 'her', 'your', 'all', 'any'])

/** `Node.js` and `e-commerce` are also written in one word: the joined spelling of a name of two or three parts. */
export function joinedSpelling(name: string): string | undefined {
  if (!name.includes('-') && !name.includes('.')) return undefined
  if (!/^[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+){1,2}$/u.test(name)) return undefined
  const tokens = tokenize(name)
  if (tokens.words.length < 2 || tokens.gaps.slice(1).some((g) => g !== gap.soft)) return undefined
  return tokens.words.join('')
}
