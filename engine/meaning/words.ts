const WORD = /[\p{L}][\p{L}\p{N}+#]*|\d+/gu

/** The words of a text, lower case, in order; `c++`, `c#` and `web3` stay whole, `node.js` is two. */
export const wordsOf = (text: string): string[] => Array.from(text.toLowerCase().matchAll(WORD), (m) => m[0])

const SUFFIX = /(?:ations?|ments?|ings?|ions?|ers?|ors?|ies|ed|es|ly|ity|ive|al|s|e|y)$/

/** A crude common stem: manage, manager, managing, management are one. Words under five letters lose only a plural s. */
export function stemOf(word: string): string {
  if (word.length < 5) return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
  const once = word.replace(SUFFIX, '')
  const stem = once.length >= 4 ? once : word.replace(/(?:es|s)$/, '')
  const twice = stem.replace(SUFFIX, '')
  return twice.length >= 5 ? twice : stem
}
