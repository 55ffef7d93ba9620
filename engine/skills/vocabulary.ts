import type { Lexicon, SurfaceRule } from '../lexicon/types.ts'
import { conceptKinds } from '../lexicon/types.ts'
import { determiners, joinedSpelling, nameWords, nounKey, verbKey } from './names.ts'
import { Trie } from './trie.ts'
import type { SkillConcept } from './types.ts'

/** Names longer than this are whole sentences and are not looked for. */
export const maxNameWords = 8

export interface Vocabulary {
  concepts: SkillConcept[]
  trie: Trie
  /** Word key -> number used in the trie. */
  ids: Map<string, number>
  /** Numbers of a word as a noun and as a verb, as far as they were looked up. */
  keys: Map<string, { noun: number; verb: number }>
  /** Rules by the key of the spelling: `plans` falls under the rule for `plan`. */
  rules: Map<string, SurfaceRule>
  /** Spellings of each concept as written, for rules that ask for the exact case. */
  spellings: Set<string>
}

/** Builds the search structures from the compiled lexicon. Earlier rows win a name that two concepts share. */
export function buildVocabulary(lexicon: Lexicon): Vocabulary {
  const concepts: SkillConcept[] = []
  const ids = new Map<string, number>()
  const trie = new Trie(lexicon.concepts.length * 8)
  const spellings = new Set<string>()
  const idOf = (key: string): number => {
    let id = ids.get(key)
    if (id === undefined) {
      id = ids.size
      ids.set(key, id)
    }
    return id
  }
  const usedIds = new Set<string>()
  // Keys of the words as written, remembered: 60,000 names have 15,000 different words.
  const nounIds = new Map<string, number>()
  const verbIds = new Map<string, number>()
  const remembered = (memory: Map<string, number>, word: string, key: (word: string) => string): number => {
    let id = memory.get(word)
    if (id === undefined) {
      id = idOf(key(word))
      memory.set(word, id)
    }
    return id
  }
  const path: number[] = []
  const addName = (name: string, concept: number, isVerb: boolean): void => {
    const words = nameWords(name)
    if (words.length === 0 || words.length > maxNameWords) return
    // Only short names have rules about their spelling.
    if (words.length <= 2) spellings.add(name)
    path.length = 0
    for (let i = 0; i < words.length; i++) {
      if (!isVerb) path.push(remembered(nounIds, words[i]!, nounKey))
      else if (i === 0) path.push(remembered(verbIds, words[i]!, verbKey))
      else if (!determiners.has(words[i]!)) path.push(remembered(nounIds, words[i]!, nounKey))
    }
    trie.add(path, concept)
    const joined = isVerb ? undefined : joinedSpelling(name)
    if (joined !== undefined) trie.add([remembered(nounIds, joined, nounKey)], concept)
  }
  const aliasesOf: string[][] = []
  lexicon.concepts.forEach(([name, kind, specificity, aliases], number) => {
    const marked = aliases === '' ? [] : aliases.split('|')
    aliasesOf.push(marked)
    concepts.push({
      id: uniqueId(name, usedIds),
      name,
      aliases: aliases.includes('~') ? marked.map((alias) => alias.replace(/^~/, '')) : marked,
      kind: conceptKinds[kind]!,
      specificity: specificity / 100,
    })
    addName(name, number, kind === 2)
  })
  // Aliases come after all names: a name is never taken by another concept's alias.
  concepts.forEach((_, number) => {
    for (const alias of aliasesOf[number]!) {
      const isVerb = alias.startsWith('~')
      addName(isVerb ? alias.slice(1) : alias, number, isVerb)
    }
  })
  const rules = new Map(
    Object.entries(lexicon.rules).map(([spelling, rule]) => [nameWords(spelling).map(nounKey).join(' '), rule]),
  )
  return { concepts, trie, ids, keys: new Map(), rules, spellings }
}

function uniqueId(name: string, used: Set<string>): string {
  const lower = name.toLowerCase()
  const slug = /^[a-z]+(?: [a-z]+)*$/.test(lower)
    ? lower.replaceAll(' ', '-')
    : lower
        .replaceAll('+', 'p')
        .replaceAll('#', '-sharp')
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '')
  let id = slug
  for (let i = 2; used.has(id); i++) id = `${slug}-${i}`
  used.add(id)
  return id
}
