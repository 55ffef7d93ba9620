/** What the rest of the engine may ask of the skills lexicon. Offsets here are UTF-16 indices of the text passed in. */

export interface SkillConcept {
  /** Stable within one lexicon version. */
  id: string
  /** Canonical name as people write it: `PostgreSQL`, `patient care`. */
  name: string
  /** Other names of the same concept, most usual first. */
  aliases: readonly string[]
  kind: 'technology' | 'knowledge' | 'competence' | 'language' | 'occupation' | 'credential'
  /** How telling a mention is, 0-1: rare, specific concepts are near 1; words that half of all resumes hold near 0. */
  specificity: number
}

/** How the text speaks of the skill. Only `has` earns full credit; `weak` is "familiar with", "basic". */
export type Stance = 'has' | 'weak' | 'wants' | 'lacks'

export interface Mention {
  concept: SkillConcept
  /** The words of the text, verbatim. */
  surface: string
  start: number
  end: number
  stance: Stance
}

export interface RelatedSkill {
  concept: SkillConcept
  /** 0-1; how far the one stands in for the other. 1 would be the same thing. */
  strength: number
}

export interface SkillFinder {
  /**
   * All mentions, in text order, none overlapping another (longest wins). Linear in the length of the text. In a caseless
   * text the spelling of an ambiguous name proves nothing: a word that announces it or a list must.
   */
  find(text: string, options?: { isCaseless?: boolean }): Mention[]
  /** The concept that a short phrase names ("K8s", "customer service skills"), if any. */
  resolve(phrase: string): SkillConcept | undefined
  /** Adjacent concepts, strongest first; symmetric. */
  related(concept: SkillConcept): readonly RelatedSkill[]
  /** Broader or narrower concepts that imply this one: React implies JavaScript. Having one of these is having this. */
  impliedBy(concept: SkillConcept): readonly SkillConcept[]
  /** Parts of a suite, of which two show it: Microsoft Word and Microsoft Excel. */
  partsOf(concept: SkillConcept): readonly SkillConcept[]
}
