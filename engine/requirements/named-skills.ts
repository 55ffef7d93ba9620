import type { Mention, SkillFinder } from '../skills/types.ts'
import { choiceGroups } from './choices.ts'

/** A clause that lists more technologies than this is a catalogue: it becomes one "any of" requirement. */
const MAX_SPLIT = 8
const MAX_SHOWN = 4

interface NamedSkill {
  text: string
  any_of?: string[]
}

/**
 * The technologies that a clause names, one requirement each, or one "any of" requirement for those of which one is
 * enough. Empty when the clause is about more than names, so that its own words stay the requirement.
 */
export function namedSkills(clause: string, finder: SkillFinder, isDuty = false): NamedSkill[] {
  const mentions = finder
    .find(clause)
    .filter((m) => m.concept.kind === 'technology' || (m.concept.kind === 'knowledge' && m.concept.specificity >= 0.7))
  const technologies = unique(mentions)
  if (technologies.length === 0) return []
  // "Own the migration of ... to Kubernetes" asks more than Kubernetes; a duty is more than its tools in fewer words.
  if (remainder(clause, mentions) > technologies.length * (isDuty ? 1 : 4) + (isDuty ? 1 : 4)) return []
  const named = [
    ...technologies.map((m) => ({ start: m.start, end: m.end, name: m.concept.name })),
    ...otherNames(clause, mentions),
  ].sort((a, b) => a.start - b.start)
  const groups = choiceGroups(clause, named)
  if (groups.length > MAX_SPLIT) return [anyOf(groups.flat().map((n) => n.name))]
  return groups.map((group) => (group.length === 1 ? { text: group[0]!.name } : anyOf(group.map((n) => n.name))))
}

const anyOf = (names: string[]): NamedSkill => ({ text: names.slice(0, MAX_SHOWN).join(' or '), any_of: names })

const unique = (mentions: readonly Mention[]): Mention[] => {
  const seen = new Set<string>()
  return mentions.filter((m) => !seen.has(m.concept.id) && seen.add(m.concept.id))
}

/** Names in the same list that the lexicon does not hold as technologies: "Scrum" and "Agile" beside Kanban. */
function otherNames(clause: string, mentions: readonly Mention[]): { start: number; end: number; name: string }[] {
  const found: { start: number; end: number; name: string }[] = []
  let at = 0
  const parts = [...clause.matchAll(/[,;/&()]|\b(?:and|or|with|plus)\b/gi)].map((m) => [m.index, m.index + m[0].length])
  for (const [from, to] of [...parts, [clause.length, clause.length]] as [number, number][]) {
    const piece = { start: at, end: from }
    at = to
    if (mentions.some((m) => m.start < piece.end && piece.start < m.end)) continue
    const words = [...clause.slice(piece.start, piece.end).matchAll(/[^\s:]+/g)].map((m) => ({
      text: m[0].replace(/[.!]+$/, ''),
      start: piece.start + m.index,
    }))
    // "Experience with Scrum", but "Software Development Life Cycle" in the middle is one name.
    while (words.length > 0 && isFiller(words[0]!.text) && (piece.start === 0 || /^\p{Ll}/u.test(words[0]!.text)))
      words.shift()
    while (words.length > 0 && isFiller(words.at(-1)!.text)) words.pop()
    if (words.length === 0 || words.length > 3 || !words.every((w) => /^\p{Lu}/u.test(w.text))) continue
    const start = words[0]!.start
    const end = words.at(-1)!.start + words.at(-1)!.text.length
    found.push({ start, end, name: clause.slice(start, end) })
  }
  return found
}

/** Words of the clause outside the mentions that carry content. */
function remainder(clause: string, mentions: readonly Mention[]): number {
  let rest = ''
  let at = 0
  for (const m of mentions) {
    rest += `${clause.slice(at, m.start)} `
    at = m.end
  }
  rest += clause.slice(at)
  return [...rest.matchAll(/\p{L}{3,}/gu)].filter((w) => !isFiller(w[0])).length
}

const FILLER = new Set(
  'experience experienced with and the for must have has knowledge understanding strong good excellent solid proven working proficient proficiency expert expertise advanced ability able using use familiar familiarity skills skill level years year required preferred plus our you your hands hands-on deep including include includes such programming language languages technologies technology tools tool frameworks framework development developer software systems system environment environments later similar more one least any other related syntax basic some nice desired in of to a an or is are be etc web extensive significant substantial broad thorough practical prior previous demonstrated demonstrable fluency fluent familiarity exposure understand knowledgeable hands'.split(
    ' ',
  ),
)
const isFiller = (word: string): boolean => FILLER.has(word.toLowerCase())
