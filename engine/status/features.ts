import type { Probe } from './probe.ts'
import type { ResumeView } from './resume-view.ts'
import type { Signals } from './signals.ts'

/** What the whole resume shows of the whole job description: means over its requirements, 0-1. */
export interface Background {
  meaning: number
  wordMeaning: number
  coverage: number
  named: number
  /** Cosine of the digests. */
  digest: number
  /** Word-vector likeness of everything in the resume, and of everything about the nearest job. */
  wholeText: number
  roleText: number
  /** Years of all jobs, twenty or more being 1. */
  years: number
}

export function backgroundOf(
  signals: readonly Signals[],
  digest: number,
  view: Pick<ResumeView, 'roleYears'>,
): Background {
  const mean = (of: (s: Signals) => number): number =>
    signals.length > 0 ? signals.reduce((sum, s) => sum + of(s), 0) / signals.length : 0
  return {
    meaning: mean((s) => s.meaning),
    wordMeaning: mean((s) => s.wordMeaning),
    coverage: mean((s) => s.resumeCoverage),
    named: mean((s) => s.namedBest),
    digest,
    wholeText: mean((s) => s.wholeText),
    roleText: mean((s) => s.roleText),
    years: Math.min(1, view.roleYears.reduce((sum, years) => sum + years, 0) / 20),
  }
}

/** Names of the inputs of the status model, in the order of `featuresOf`. */
export const FEATURES = [
  'bias',
  'named',
  'named_best',
  'related',
  'has_concept',
  'named_share',
  'line_coverage',
  'resume_coverage',
  'word_meaning',
  'meaning',
  'meaning_squared',
  'meaning_with_concept',
  'title_meaning',
  'support',
  'mentions',
  'rarity',
  'background_meaning',
  'background_word_meaning',
  'background_coverage',
  'background_named',
  'background_digest',
  'is_skill',
  'is_experience',
  'is_other',
  'is_nice',
  'word_meaning_mean',
  'word_meaning_top3',
  'title_words',
  'role_likeness',
  'role_years',
  'asks_years',
  'years_share',
  'all_named',
  'related_mean',
  'concepts',
  'asks_leadership',
  'leadership',
  'leadership_met',
  'asks_soft_skill',
  'soft_skills',
  'soft_skill_met',
  'asks_circumstance',
  // The same support says more in a resume that fits as a whole, and of an experience other things than of a skill.
  'meaning_in_field',
  'word_meaning_in_field',
  'named_in_field',
  'line_coverage_in_field',
  'named_experience',
  'named_with_word_meaning',
  'named_nice',
  'other_in_field',
  'background_digest_squared',
  'role_text',
  'whole_text',
  'career_text',
  'background_whole_text',
  'background_role_text',
  'background_years',
  'is_from_job',
  'words_asked',
  'parts_asked',
  'has_choice',
  'asks_much',
  'asks_knowledge',
  'years_asked',
] as const

/** The inputs of the status model for one requirement. */
export function featuresOf(
  probe: Probe,
  s: Signals,
  background: Background,
  view: Pick<ResumeView, 'leads' | 'softSkills'>,
): number[] {
  const { demand, wording } = probe
  const { type, kind } = probe.requirement
  return [
    1,
    s.named,
    s.namedBest,
    s.related,
    s.hasConcept,
    s.named * probe.conceptShare,
    s.lineCoverage,
    s.resumeCoverage,
    s.wordMeaning,
    s.meaning,
    s.meaning * s.meaning,
    s.hasConcept * s.meaning,
    s.titleMeaning,
    s.support,
    s.mentions,
    probe.rarity,
    background.meaning,
    background.wordMeaning,
    background.coverage,
    background.named,
    background.digest,
    type === 'skill' ? 1 : 0,
    type === 'experience' ? 1 : 0,
    type === 'other' ? 1 : 0,
    kind === 'nice' ? 1 : 0,
    s.wordMeaningMean,
    s.wordMeaningTop3,
    s.titleWords,
    s.roleLikeness,
    s.roleYears,
    probe.years === undefined ? 0 : 1,
    s.yearsShare,
    s.allNamed,
    s.relatedMean,
    Math.min(5, probe.concepts.length),
    demand.leadership,
    view.leads,
    demand.leadership * view.leads,
    demand.softSkill,
    view.softSkills,
    demand.softSkill * view.softSkills,
    demand.circumstance,
    s.meaning * background.digest,
    s.wordMeaning * background.digest,
    s.named * background.digest,
    s.lineCoverage * background.digest,
    type === 'experience' ? s.named : 0,
    s.named * s.wordMeaning,
    kind === 'nice' ? s.named : 0,
    type === 'other' ? background.digest : 0,
    background.digest * background.digest,
    s.roleText,
    s.wholeText,
    s.careerText,
    background.wholeText,
    background.roleText,
    background.years,
    s.isFromJob,
    wording.length,
    wording.parts,
    wording.hasChoice,
    wording.asksMuch,
    wording.asksKnowledge,
    Math.min(1, (probe.years ?? 0) / 10),
  ]
}
