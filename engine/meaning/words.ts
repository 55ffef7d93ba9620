const WORD = /[\p{L}][\p{L}\p{N}+#]*|\d+/gu

/** The words of a text, lower case, in order; `c++`, `c#` and `web3` stay whole, `node.js` is two. */
export const wordsOf = (text: string): string[] => Array.from(text.toLowerCase().matchAll(WORD), (m) => m[0])

const SUFFIX = /(?:ations?|ments?|ings?|ions?|ers?|ors?|ies|ed|es|ly|ity|ive|al|s|e|y)$/

/** Stems already found; emptied before it grows beyond the words of a language. */
const stems = new Map<string, string>()
const MAX_STEMS = 50_000

/** A crude common stem: manage, manager, managing, management are one. Words under five letters lose only a plural s. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= MAX_STEMS) stems.clear()
  const stem = reduce(word)
  stems.set(word, stem)
  return stem
}

function reduce(word: string): string {
  if (word.length < 5) return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
  const once = word.replace(SUFFIX, '')
  const stem = once.length >= 4 ? once : word.replace(/(?:es|s)$/, '')
  const twice = stem.replace(SUFFIX, '')
  return twice.length >= 5 ? twice : stem
}
