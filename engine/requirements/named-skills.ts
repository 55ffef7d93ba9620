import type { Mention, SkillFinder } from '../skills/types.ts'
import { choiceGroups } from './choices.ts'

/** A clause that lists more technologies than this is a catalogue: it becomes one "any of" requirement. */
const MAX_SPLIT = 12
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
    // "Google's business" is the company's.
    .filter((m) => !/^['\u2019]s\b/.test(clause.slice(m.end, m.end + 3)))
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

interface Item {
  start: number
  end: number
  name?: string
  isNamed: boolean
}

/** Names in the same list that the lexicon does not hold as technologies: "Scrum" and "Agile" beside Kanban. */
function otherNames(clause: string, mentions: readonly Mention[]): { start: number; end: number; name: string }[] {
  const items: Item[] = []
  let at = 0
  const joints = [...clause.matchAll(/[,;/&()]|\b(?:and|or|with|plus)\b/gi)].map((m) => [
    m.index,
    m.index + m[0].length,
  ])
  for (const [from, to] of [...joints, [clause.length, clause.length]] as [number, number][]) {
    if (/\S/.test(clause.slice(at, from))) items.push(itemOf(clause, at, from, mentions))
    at = to
  }
  // A name counts beside a technology or beside another name that does.
  for (const list of [items, [...items].reverse()])
    for (const [i, item] of list.entries()) if (item.name && list[i - 1]?.isNamed) item.isNamed = true
  return items.flatMap(({ start, end, name, isNamed }) => (name && isNamed ? [{ start, end, name }] : []))
}

function itemOf(clause: string, from: number, to: number, mentions: readonly Mention[]): Item {
  const words = [...clause.slice(from, to).matchAll(/[^\s:]+/g)].map((m) => ({
    text: m[0].replace(/[.!]+$/, ''),
    start: from + m.index,
  }))
  if (mentions.some((m) => m.start < to && from < m.end)) return { start: from, end: to, isNamed: words.length <= 6 }
  // "Experience with Scrum", but "Software Development Life Cycle" in the middle is one name.
  const goes = (word: string): boolean => isFiller(word) && (from === 0 || /^\p{Ll}/u.test(word))
  while (words.length > 0 && goes(words[0]!.text)) words.shift()
  while (words.length > 0 && isFiller(words.at(-1)!.text)) words.pop()
  const isName = words.length > 0 && words.length <= 3 && words.every((w) => /^\p{Lu}/u.test(w.text))
  if (!isName) return { start: from, end: to, isNamed: false }
  const start = words[0]!.start
  const end = words.at(-1)!.start + words.at(-1)!.text.length
  return { start, end, name: clause.slice(start, end), isNamed: false }
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
