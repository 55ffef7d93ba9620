import { findPhrases, phraseSet } from '../../text/phrases.ts'
import type { Speech } from '../../text/tokens.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const NO_ONE = words('nobody no-one none')
const OWN = words("i i'd i've i'm my me mine")
const WIDE = words(
  'whole entire country world state city region company group floor market industry business county area town',
)
const NEVER_FAILING = phraseSet(`
(i|i've|we|we've) (never|always) 
(zero|no) (bugs|errors|complaints|mistakes|losses|failures|accidents|incidents|defects|returns|issues)
(every|all|any) (single|the|record|records|company|customer|client|manager)
(ask|asks) (anyone|anybody|them|him|her)
(saved|changed|transformed|doubled|tripled) (every|everything|all)
`)

/**
 * Claims in a reply that nothing comes near to, by their build: nobody beside oneself, the most of a wide field, never and
 * none at all.
 */
export function claimsWithoutEqual({ tokens, sentences }: Speech): number {
  let count = findPhrases(tokens, NEVER_FAILING).length
  for (const { from, to } of sentences) {
    const sentence = tokens.slice(from, to)
    const isOwn = sentence.some(({ text }) => OWN.has(text))
    sentence.forEach(({ text }, i) => {
      const isNobody = NO_ONE.has(text) || (text === 'no' && sentence[i + 1]?.text === 'one')
      if (isNobody && isOwn) count++
      const isMost = (text.length > 5 && text.endsWith('est')) || text === 'best' || text === 'most'
      if (isMost && sentence.slice(i + 1, i + 8).some((token) => WIDE.has(token.text))) count++
    })
  }
  return count
}
