import type { Lexicon, SurfaceRule } from '../lexicon/types.ts'
import type { Candidate } from './candidates.ts'
import { findCandidates } from './candidates.ts'
import { nounKey } from './names.ts'
import { stanceAfter, stanceBefore } from './stance.ts'
import { hasCue, isBlocked, isWholeItem, listNeighbours } from './support.ts'
import type { Tokens } from './tokens.ts'
import { gap, tokenize } from './tokens.ts'
import type { Mention, RelatedSkill, SkillConcept, SkillFinder } from './types.ts'
import type { Vocabulary } from './vocabulary.ts'
import { buildVocabulary } from './vocabulary.ts'

interface Judged extends Candidate {
  rule: SurfaceRule | undefined
  surface: string
  isExact: boolean
  isCertain: boolean
}

/** Builds the finder over a compiled lexicon; costs tens of milliseconds, so make one and keep it. */
export function createSkillFinder(lexicon: Lexicon): SkillFinder {
  const vocabulary = buildVocabulary(lexicon)
  const { concepts } = vocabulary
  const numbers = new Map(concepts.map((concept, number) => [concept.id, number]))
  const related = new Map<number, RelatedSkill[]>()
  const push = <T>(map: Map<number, T[]>, key: number, value: T): void => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [value])
    else list.push(value)
  }
  for (const [a, b, strength] of lexicon.related) {
    push(related, a, { concept: concepts[b]!, strength: strength / 100 })
    push(related, b, { concept: concepts[a]!, strength: strength / 100 })
  }
  for (const list of related.values())
    list.sort((a, b) => b.strength - a.strength || (a.concept.id < b.concept.id ? -1 : 1))
  const impliedBy = new Map<number, SkillConcept[]>()
  for (const [narrow, broad] of lexicon.implies) push(impliedBy, broad, concepts[narrow]!)
  const parts = new Map<number, SkillConcept[]>()
  for (const [suite, part] of lexicon.suites) push(parts, suite, concepts[part]!)
  const numberOf = (concept: SkillConcept): number => numbers.get(concept.id) ?? -1

  return {
    find: (text, options) => findMentions(text, vocabulary, options?.isCaseless ?? false),
    resolve: (phrase) => resolvePhrase(phrase, vocabulary),
    related: (concept) => related.get(numberOf(concept)) ?? [],
    impliedBy: (concept) => impliedBy.get(numberOf(concept)) ?? [],
    partsOf: (concept) => parts.get(numberOf(concept)) ?? [],
  }
}

function findMentions(text: string, vocabulary: Vocabulary, isCaseless: boolean): Mention[] {
  const tokens = tokenize(text)
  const judged = findCandidates(tokens, vocabulary).map((c) => judge(c, text, tokens, vocabulary))
  const chosen = chooseLongest(acceptSupported(judged, tokens, vocabulary.concepts, isCaseless), tokens.words.length)
  const isMention = new Uint8Array(tokens.words.length)
  for (const c of chosen) isMention.fill(1, c.first, c.last + 1)
  const stances = stanceBefore(tokens, isMention)
  return chosen.map((c) => ({
    concept: vocabulary.concepts[c.concept]!,
    surface: c.surface,
    start: tokens.starts[c.first]!,
    end: tokens.ends[c.last]!,
    stance: stanceAfter(tokens, c.last + 1) ?? stances[c.first]!,
  }))
}

/** No rule names more words than this (`p.e.`). */
const ruleWordsMax = 2

function judge(candidate: Candidate, text: string, tokens: Tokens, vocabulary: Vocabulary): Judged {
  const surface = text.slice(tokens.starts[candidate.first], tokens.ends[candidate.last])
  const isShort = candidate.last - candidate.first < ruleWordsMax
  const key = isShort
    ? tokens.words
        .slice(candidate.first, candidate.last + 1)
        .map(nounKey)
        .join(' ')
    : ''
  const rule = isShort ? vocabulary.rules.get(key) : undefined
  return {
    ...candidate,
    surface,
    rule,
    isExact: rule === undefined || vocabulary.spellings.has(surface),
    isCertain: rule === undefined,
  }
}

/** Keeps the candidates without a rule and those whose rule is met. */
function acceptSupported(judged: Judged[], tokens: Tokens, concepts: SkillConcept[], isCaseless: boolean): Judged[] {
  const open = judged.filter((c) => c.rule !== undefined)
  if (open.length === 0) return judged
  const isTechnology = (c: Judged): boolean => {
    const kind = concepts[c.concept]!.kind
    return kind === 'technology' || kind === 'credential'
  }
  const elsewhere = new Set<number>()
  for (const c of judged) if (c.isCertain) elsewhere.add(c.concept)
  // The candidate that ends just before and the one that starts just after, by token.
  const endingAt = new Map<number, Judged>()
  const startingAt = new Map<number, Judged>()
  for (const c of judged) {
    if (c.rule !== undefined && isBlocked(c.rule, tokens, c)) continue
    const left = endingAt.get(c.last)
    if (left === undefined || c.first < left.first) endingAt.set(c.last, c)
    if (!startingAt.has(c.first)) startingAt.set(c.first, c)
  }
  const neighbours = (c: Judged): Judged[] => {
    const found: Judged[] = []
    for (const distance of [1, 2]) {
      const left = endingAt.get(c.first - distance)
      if (left !== undefined && listNeighbours(tokens, left, c) > 0) found.push(left)
      const right = startingAt.get(c.last + distance)
      if (right !== undefined && listNeighbours(tokens, c, right) > 0) found.push(right)
    }
    return found.filter(isTechnology)
  }
  const meets = (c: Judged): boolean => {
    const rule = c.rule!
    if (isBlocked(rule, tokens, c)) return false
    const near = neighbours(c)
    // In another case than its own only a real list will do: "word, excel, powerpoint", but not "Java basic".
    const isListed = near.some((o) => {
      const closeness = o.first < c.first ? listNeighbours(tokens, o, c) : listNeighbours(tokens, c, o)
      return o.isCertain
        ? c.isExact || (closeness === 2 && isWholeItem(tokens, c))
        : // "R and D", "C and E": two letters prove nothing of one another.
          c.isExact && o.isExact && closeness === 2 && (c.surface.length > 1 || o.surface.length > 1)
    })
    if (isListed) return true
    if (!c.isExact && !isCaseless) return false
    if (hasCue(rule, tokens, c) || elsewhere.has(c.concept)) return true
    return rule.level === 1 && (isCaseless ? isWholeItem(tokens, c) : tokens.gaps[c.first]! < gap.line)
  }
  // What is accepted supports its neighbours in turn: "excel, access, r, go, python", from either end of the list.
  const accept = (c: Judged): void => {
    if (!c.isCertain && meets(c)) c.isCertain = true
  }
  for (const c of open) accept(c)
  for (const c of open.reverse()) accept(c)
  return judged.filter((c) => c.isCertain)
}

/** Of overlapping candidates the one with more words stays, then the earlier one. */
function chooseLongest(candidates: Judged[], tokenCount: number): Judged[] {
  const byLength: Judged[][] = []
  for (const c of candidates) {
    const length = c.last - c.first
    byLength[length] ??= []
    byLength[length].push(c)
  }
  const taken = new Uint8Array(tokenCount)
  const chosen: Judged[] = []
  for (let length = byLength.length - 1; length >= 0; length--)
    for (const c of byLength[length] ?? []) {
      if (taken[c.first] === 1 || taken[c.last] === 1) continue
      let isFree = true
      for (let i = c.first + 1; i < c.last; i++) if (taken[i] === 1) isFree = false
      if (!isFree) continue
      taken.fill(1, c.first, c.last + 1)
      chosen.push(c)
    }
  return chosen.sort((a, b) => a.first - b.first)
}

const fillers = new Set(
  'skill skills knowledge of experience in with ability to strong good excellent proficiency expertise the a an'.split(
    ' ',
  ),
)

/** The whole phrase as a name; failing that, the phrase without words like "strong" or "skills" at its ends. */
function resolvePhrase(phrase: string, vocabulary: Vocabulary): SkillConcept | undefined {
  const tokens = tokenize(phrase)
  let first = 0
  let last = tokens.words.length - 1
  const candidates = findCandidates(tokens, vocabulary)
  const exact = (): Candidate | undefined => candidates.find((c) => c.first === first && c.last === last)
  for (;;) {
    const found = exact()
    if (found !== undefined) return vocabulary.concepts[found.concept]
    if (first < last && fillers.has(tokens.words[last]!)) last--
    else if (first < last && fillers.has(tokens.words[first]!)) first++
    else return undefined
  }
}
