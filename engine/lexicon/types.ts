import type { WordVectorData } from '../meaning/word-vectors.ts'

/** The compiled lexicon: plain JSON, written by build.ts, read by load.ts, handed to the engine as an argument. */

/** Order is the number stored in a row. */
export const conceptKinds = ['technology', 'knowledge', 'competence', 'language', 'credential'] as const

/**
 * `[name, kind, specificity in hundredths, aliases joined by |]`; the row's place is the concept's number. An alias that
 * opens with a verb is marked `~`: `~manage staff` is also found as "managed the staff".
 */
export type ConceptRow = [name: string, kind: number, specificity: number, aliases: string]

/** How a short or ambiguous spelling may be read as a skill at all. */
export interface SurfaceRule {
  /**
   * 1: the spelling must match (`Excel`, not `excel`) and must not open a sentence; 2: it must also have support: a
   * neighbour in a list that is a technology, a cue word beside it, or an unambiguous mention elsewhere in the text.
   * A listed spelling is accepted in any case. 3: never found in a text, only resolved when it is the whole phrase.
   */
  level: 1 | 2 | 3
  /** Words after or before it that rule the skill out: `access to`, `to go`. `#` stands for a number. */
  not_next?: string[]
  not_prev?: string[]
  /** Words beside it that support the skill, besides the general ones: `in R`, `Chef recipes`. */
  next?: string[]
  prev?: string[]
}

export interface Lexicon {
  version: string
  concepts: ConceptRow[]
  /** By lower-case spelling. */
  rules: Record<string, SurfaceRule>
  /** `[concept, concept it implies]`: React, JavaScript. */
  implies: [number, number][]
  /** `[suite, one of its parts]`: Microsoft Office, Microsoft Word. */
  suites: [number, number][]
  /** `[concept, concept, strength in hundredths]`, each pair once. */
  related: [number, number, number][]
}

/** The compiled job titles. */
export interface Titles {
  /** `[O*NET-SOC code or isco-nnnn, name of the occupation]`. */
  groups: [id: string, title: string][]
  /** `[group, titles of the same meaning joined by |]`; the first title is the name shown. */
  sets: [group: number, titles: string][]
  /** `[group, group, nearness in hundredths]`, each pair once. */
  related: [number, number, number][]
}

/** What an engine is made with: the lexicon, the job titles and the vectors of single words. */
export interface EngineLexicon extends Lexicon {
  titles: Titles
  /** See meaning/word-vectors.ts. */
  word_vectors: WordVectorData
}
