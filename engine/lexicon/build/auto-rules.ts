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
      if (words.length !== 1 || draft.source === 'hand') continue
      const word = words[0]!
      const count = counts.get(word.replace(/[+#]+$/, ''))
      const isProduct = draft.source !== 'esco' || draft.kind === 'technology'
      if (word.length <= 2) rules[word] = { level: 2 }
      else if (isProduct && count !== undefined && count.lower >= 3 && count.lower > count.upper * 0.2)
        rules[word] = { level: 2 }
    }
  return rules
}
