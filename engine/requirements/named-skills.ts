import type { Mention, SkillFinder } from '../skills/types.ts'

/** A clause that lists more technologies than this is a catalogue: it becomes one "any of" requirement. */
const MAX_SPLIT = 6
const CHOICE =
  /\bor\b|\bsuch as\b|\be\.g\b|\bsimilar\b|\beither\b|\blike\b|\bone of\b|\bany of\b|\bfor example\b|\betc\b/i

interface NamedSkill {
  text: string
  any_of?: string[]
}

/**
 * The technologies that a clause names, one requirement each, or one "any of" requirement when one of them is enough.
 * Empty when the clause is about more than names, so that its own words stay the requirement.
 */
export function namedSkills(clause: string, finder: SkillFinder): NamedSkill[] {
  const mentions = finder
    .find(clause)
    .filter((m) => m.concept.kind === 'technology' || (m.concept.kind === 'knowledge' && m.concept.specificity >= 0.7))
  const technologies = unique(mentions)
  if (technologies.length === 0) return []
  const rest = remainder(clause, mentions)
  // "Own the migration of ... to Kubernetes" asks more than Kubernetes.
  if (rest > technologies.length * 4 + 4) return []
  if (technologies.length === 1) return [{ text: technologies[0]!.concept.name }]
  const names = technologies.map((m) => m.concept.name)
  if (isChoice(clause, technologies) || technologies.length > MAX_SPLIT) {
    const shown = names.slice(0, MAX_SPLIT)
    return [{ text: shown.slice(0, 4).join(' or '), any_of: names }]
  }
  return names.map((text) => ({ text }))
}

const unique = (mentions: readonly Mention[]): Mention[] => {
  const seen = new Set<string>()
  return mentions.filter((m) => !seen.has(m.concept.id) && seen.add(m.concept.id))
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
  return [...rest.matchAll(/\p{L}{3,}/gu)].filter((w) => !FILLER.has(w[0].toLowerCase())).length
}

function isChoice(clause: string, mentions: readonly Mention[]): boolean {
  const between = clause.slice(mentions[0]!.end, mentions.at(-1)!.start)
  const before = clause.slice(0, mentions[0]!.start)
  const slashOnly = mentions.slice(1).every((m, i) => /^\s*\/\s*$/.test(clause.slice(mentions[i]!.end, m.start)))
  return (
    /\bor\b/i.test(between) || CHOICE.test(before) || /\bor (?:similar|equivalent|other)/i.test(clause) || slashOnly
  )
}

const FILLER = new Set(
  'experience experienced with and the for must have has knowledge understanding strong good excellent solid proven working proficient proficiency expert expertise advanced ability able using use familiar familiarity skills skill level years year required preferred plus our you your hands hands-on deep including include includes such programming language languages technologies technology tools tool frameworks framework development developer software systems system environment environments later similar more one least any other related syntax basic some nice desired'.split(
    ' ',
  ),
)
