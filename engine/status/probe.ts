import type { WordVectors } from '../meaning/word-vectors.ts'
import { stemOf, wordsOf } from '../meaning/words.ts'
import { findCredentials } from '../requirements/credentials-asked.ts'
import { type EducationAsked, findEducation } from '../requirements/education-asked.ts'
import { findLanguages } from '../requirements/languages-asked.ts'
import { findYears } from '../requirements/years.ts'
import type { Mention, SkillConcept, SkillFinder } from '../skills/types.ts'
import type { Requirement } from '../types.ts'
import { type DemandKind, demandKindOf } from './demand-kind.ts'
import { type DemandWording, demandWordingOf } from './demand-wording.ts'

/** A requirement made ready to be looked for; computed once per job description. */
export interface Probe {
  requirement: Requirement
  concepts: SkillConcept[]
  /** One of the concepts is enough. */
  isChoice: boolean
  /** Ids of the concepts that one alternative names in full, whatever is known of the others. */
  alternatives: ReadonlySet<string>
  years: number | undefined
  education: EducationAsked | undefined
  credentials: string[]
  languages: string[]
  demand: DemandKind
  /** Stems that carry content, with how much each tells (0-1). */
  stems: ReadonlyMap<string, number>
  /** What is embedded: the requirement without its years and grades. */
  phrase: string
  vector: Float32Array | undefined
  /** Share of the telling words that the concepts account for, 0-1: "sales" is a part of "strategic sales plans" only. */
  conceptShare: number
  /** How rare its words are on average, 0-1: general demands are near everything. */
  rarity: number
  wording: DemandWording
}

/** Words of demand and degree: they say nothing about what is asked. */
const GENERIC = new Set(
  'experience experienced year years month months skill skills knowledge ability able strong excellent good solid proven demonstrated demonstrable working work related relevant required preferred plus must minimum least including include etc e g such as similar or and the of in with for to a an on at by from using use used more than one any other level high highly least advanced expert proficient proficiency familiarity familiar understanding background hands comfortable own named title based via within across both well great'
    .split(' ')
    .map(stemOf),
)

/** Makes a requirement ready to be looked for. Depends on its text, type, years and alternatives alone. */
export function makeProbe(requirement: Requirement, tools: { finder: SkillFinder; words: WordVectors }): Probe {
  const { text } = requirement
  const years = findYears(text)
  const phrase = phraseOf(text, years)
  const stems = new Map<string, number>()
  for (const word of wordsOf(phrase)) {
    const stem = stemOf(word)
    if (!GENERIC.has(stem) && !/^\d+$/.test(word))
      stems.set(stem, Math.max(stems.get(stem) ?? 0, tools.words.rarityOf(word)))
  }
  const mentions = tools.finder.find(text)
  const named = new Set(mentions.flatMap((m) => wordsOf(m.surface).map(stemOf)))
  const weights = [...stems.values()]
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const covered = [...stems].reduce((sum, [stem, weight]) => sum + (named.has(stem) ? weight : 0), 0)
  return {
    requirement,
    concepts: conceptsOf(requirement, tools.finder, mentions),
    conceptShare: total > 0 ? covered / total : 0,
    rarity: weights.length > 0 ? total / weights.length : 0,
    isChoice:
      requirement.any_of !== undefined ||
      (!/\bbilingual\b/i.test(text) && /\bor\b|\bsuch as\b|e\.g\.|\bor similar\b|\w\/\w/i.test(text)),
    alternatives: new Set((requirement.any_of ?? []).flatMap((name) => tools.finder.resolve(name)?.id ?? [])),
    years: requirement.years_min ?? years?.years,
    education: requirement.type === 'education' ? (findEducation(text) ?? findEducation(`${text} degree`)) : undefined,
    credentials: requirement.type === 'credential' ? (findCredentials(text)?.names ?? []) : [],
    languages: requirement.type === 'language' ? findLanguages(`${text} language`) : [],
    demand: demandKindOf(text),
    wording: demandWordingOf(text),
    stems,
    phrase,
    vector: tools.words.vectorOf(phrase),
  }
}

function phraseOf(text: string, years: { start: number; end: number } | undefined): string {
  const without = years ? `${text.slice(0, years.start)} ${text.slice(years.end)}` : text
  const bare = without
    .replace(/\s+/g, ' ')
    .replace(/^[\s+,.:;-]*(?:(?:of|in|as|at least|minimum)\b\s*)*/i, '')
    .trim()
  return bare.length > 2 ? bare : text
}

function conceptsOf(requirement: Requirement, finder: SkillFinder, mentions: readonly Mention[]): SkillConcept[] {
  const found = [...(requirement.any_of ?? []).map((name) => finder.resolve(name)), ...mentions.map((m) => m.concept)]
  const seen = new Set<string>()
  return found.filter((c): c is SkillConcept => c !== undefined && !seen.has(c.id) && seen.add(c.id) !== undefined)
}
