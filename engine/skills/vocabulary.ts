import type { Lexicon, SurfaceRule } from '../lexicon/types.ts'
import { conceptKinds } from '../lexicon/types.ts'
import { joinedSpelling, nameWords, nounKey, verbPath } from './names.ts'
import { Trie } from './trie.ts'
import type { SkillConcept } from './types.ts'

/** Names longer than this are whole sentences and are not looked for. */
export const maxNameWords = 8

export interface Vocabulary {
  concepts: SkillConcept[]
  trie: Trie
  /** Word key -> number used in the trie. */
  ids: Map<string, number>
  /** Rules by the key of the spelling: `plans` falls under the rule for `plan`. */
  rules: Map<string, SurfaceRule>
  /** Spellings of each concept as written, for rules that ask for the exact case. */
  spellings: Set<string>
}

/** Builds the search structures from the compiled lexicon. Earlier rows win a name that two concepts share. */
export function buildVocabulary(lexicon: Lexicon): Vocabulary {
  const concepts: SkillConcept[] = []
  const ids = new Map<string, number>()
  const trie = new Trie(lexicon.concepts.length * 6)
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
  const keyIds = new Map<string, number>()
  const nounId = (word: string): number => {
    let id = keyIds.get(word)
    if (id === undefined) {
      id = idOf(nounKey(word))
      keyIds.set(word, id)
    }
    return id
  }
  const add = (words: readonly string[], concept: number): void => {
    if (words.length > 0 && words.length <= maxNameWords) trie.add(words.map(nounId), concept)
  }
  const addName = (name: string, concept: number, isCompetence: boolean): void => {
    const words = nameWords(name)
    // Only short names have rules about their spelling.
    if (words.length <= 2) spellings.add(name)
    add(words, concept)
    const joined = joinedSpelling(name)
    if (joined !== undefined) add([joined], concept)
    if (isCompetence && words.length > 1 && words.length <= maxNameWords) trie.add(verbPath(words).map(idOf), concept)
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
  concepts.forEach((concept, number) => {
    for (const alias of aliasesOf[number]!) {
      const isVerb = alias.startsWith('~')
      addName(isVerb ? alias.slice(1) : alias, number, isVerb || concept.kind === 'competence')
    }
  })
  const rules = new Map(
    Object.entries(lexicon.rules).map(([spelling, rule]) => [nameWords(spelling).map(nounKey).join(' '), rule]),
  )
  return { concepts, trie, ids, rules, spellings }
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
