import { daleChall } from 'dale-chall'

const plain = new Set<string>(daleChall)

/**
 * Whether nearly everyone knows the word: the Dale-Chall list (3,000 words known to most ten-year-olds, 1995) and their
 * regular forms. What is not on it is likely to be a term of some trade.
 */
export function isPlainWord(word: string): boolean {
  const base = word.replace(/'(?:s|d|ll|ve|re|m|t)$/, '')
  if (base.length <= 3 || plain.has(base)) return true
  for (const [ending, mends] of ENDINGS) {
    if (!base.endsWith(ending)) continue
    const root = base.slice(0, -ending.length)
    if (mends.some((mend) => plain.has(root + mend))) return true
    if (root.length > 3 && root.at(-1) === root.at(-2) && plain.has(root.slice(0, -1))) return true
  }
  return base.includes('-') && base.split('-').every((part) => part.length <= 3 || plain.has(part))
}

const ENDINGS: readonly [string, readonly string[]][] = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['est', ['', 'e']],
  ['ly', ['', 'le']],
  ['ness', ['']],
  ['ment', ['']],
  ['ful', ['']],
]
