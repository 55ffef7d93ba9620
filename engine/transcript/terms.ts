import type { SkillFinder } from '../skills/types.ts'
import type { Token } from './text/tokens.ts'

/** Tells which words belong to a named skill of the lexicon; one pass over the transcript. Without a finder, none do. */
export function termFinder(text: string, finder: SkillFinder | undefined): (token: Token) => boolean {
  if (finder === undefined) return () => false
  const isNamed = new Uint8Array(text.length)
  for (const mention of finder.find(text))
    if (mention.concept.kind === 'technology' || mention.concept.kind === 'knowledge')
      isNamed.fill(1, mention.start, mention.end)
  return (token) => isNamed[token.start] === 1
}
