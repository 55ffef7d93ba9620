import { nameWords } from '../../skills/names.ts'
import type { SurfaceRule } from '../types.ts'
import type { Draft } from './builder.ts'

/**
 * Rules for names that nobody reviewed by hand: a product called `Source` or `Meet` is written like an everyday word, so
 * it needs support. A word counts as everyday when the corpus writes it in lower case more than now and then.
 */
export function autoRules(
  drafts: readonly Draft[],
  counts: ReadonlyMap<string, { lower: number; upper: number }>,
): Record<string, SurfaceRule> {
  const rules: Record<string, SurfaceRule> = {}
  for (const draft of drafts)
    for (const name of [draft.name, ...draft.aliases]) {
      const words = nameWords(name)
      if (draft.source === 'hand' || words.length > 2) continue
      const isProduct = draft.source !== 'esco' || draft.kind === 'technology'
      const isPlain = /^\p{Lu}?\p{Ll}+(?: \p{Lu}?\p{Ll}+)?$/u.test(name)
      const everyday = words.filter((word) => {
        const count = counts.get(word.replace(/[+#]+$/, ''))
        return count !== undefined && count.lower > count.upper * 0.2
      }).length
      if (words.length === 1 && words[0]!.length <= 2) rules[words[0]!] = { level: 2 }
      else if (isProduct && words.length === 1 && everyday === 1) rules[words[0]!] = { level: 2 }
      // "Private Practice" is a product to O*NET and a phrase to everybody else.
      else if (draft.source === 'onet' && /\p{Lu}/u.test(name) && isPlain && everyday === 2)
        rules[words.join(' ')] = { level: 1 }
    }
  return rules
}
