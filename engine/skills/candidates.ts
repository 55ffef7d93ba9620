import { determiners, nounKey, verbKey } from './names.ts'
import type { Tokens } from './tokens.ts'
import { gap } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'
import { maxNameWords } from './vocabulary.ts'

/** A place where a name stands; tokens `first` to `last`, both inclusive. */
export interface Candidate {
  concept: number
  first: number
  last: number
}

/** Ids of a word's keys, -1 for none; remembered, because the words of one resume are mostly those of the last. */
function keysOf(word: string, { ids, keys }: Vocabulary): { noun: number; verb: number } {
  const known = keys.get(word)
  if (known) return known
  if (keys.size >= MAX_KEYS) keys.clear()
  const found = { noun: ids.get(nounKey(word)) ?? -1, verb: ids.get(verbKey(word)) ?? -1 }
  keys.set(word, found)
  return found
}
/** Words remembered, so that no text can grow the memory without bound. */
const MAX_KEYS = 50_000

/** All names that start at each token, in order of start and then length, longest first. Linear: a name has few words. */
export function findCandidates(tokens: Tokens, vocabulary: Vocabulary): Candidate[] {
  const { trie } = vocabulary
  const n = tokens.words.length
  const nouns = new Int32Array(n)
  const verbs = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const keys = keysOf(tokens.words[i]!, vocabulary)
    nouns[i] = keys.noun
    verbs[i] = keys.verb
  }
  const candidates: Candidate[] = []
  for (let first = 0; first < n; first++) {
    const mark = candidates.length
    for (const isVerb of [false, true]) {
      const id = isVerb ? verbs[first]! : nouns[first]!
      if (id === -1) continue
      let node = trie.step(0, id)
      const limit = Math.min(n, first + maxNameWords + (isVerb ? 1 : 0))
      for (let i = first; i < limit; i++) {
        if (i > first) {
          if (tokens.gaps[i]! !== gap.soft) break
          if (isVerb && determiners.has(tokens.words[i]!)) continue
          node = nouns[i] === -1 ? -1 : trie.step(node, nouns[i]!)
        }
        if (node === -1) break
        const concept = trie.value(node)
        if (concept !== -1) candidates.push({ concept, first, last: i })
      }
    }
    if (candidates.length > mark + 1) {
      const here = candidates.splice(mark).sort((a, b) => b.last - a.last || a.concept - b.concept)
      candidates.push(...here.filter((c, k) => k === 0 || c.last !== here[k - 1]!.last))
    }
  }
  return candidates
}
