import type { ConcernCode } from '../types.ts'

/** Codes that are decided by weighing signals; the others follow from one plain sign each. */
export const WEIGHED = [
  'unanswered_question',
  'vague_answer',
  'missing_result',
  'low_ownership',
  'blames_others',
  'unsupported_claim',
  'requirement_mismatch',
  'availability_or_salary_mismatch',
  'scope_inflation',
  'contradiction',
  'technical_error',
] as const satisfies readonly ConcernCode[]
export type WeighedCode = (typeof WEIGHED)[number]

/**
 * What speaks for each concern and how much, before any data: `name:weight`, where `a*b` counts both together and `!a` the lack
 * of `a`. A sign of one or two is strong. The labelled interviews move these weights a little (`bench/transcripts/fit`), and
 * cannot turn judgement upside down where they are few. `meaning` is about 1 where a sentence means the concern.
 */
const WRITTEN: Record<WeighedCode, string> = {
  unanswered_question: `
    meaning:3 next_meaning:0.5 asks_figure*no_figure:1.5 asks_figure*!no_figure:-1.5 asks_choice:0.5
    asked_again:0.7 pressed:0.5 short_follow_up:0.4 admits:-0.7 closing:-2
    only_asks:-2 asks_terms:-0.7 says_evasion:1.5 cue_unanswered_question:1 opens_yes:-0.5 opens_no:-0.5
    asks_again:0.5 technical*first:-0.5 no_story:0.5 praised:-0.4`,
  vague_answer: `
    meaning:3 density:-3 substance:-1.5 asks_example:0.7 presses:0.7 pressed:0.7 short_follow_up:0.4 technical:0.4
    other:-0.5 admits:-1 closing:-3 only_asks:-3 opens_yes:-0.5 opens_no:-0.7 asks_terms:-1.5 asks_to_have:-0.7 stock_phrases:0.7
    names:-0.4 figures:-0.5 steps:-0.5 reasons:-0.5 no_story:0.7 praised:-0.4`,
  missing_result: `
    meaning:2.5 asks_end:0.8 asks_end*meaning:1 asks_end*says_end_unknown:1.5 says_end_unknown:0.7 says_vague_end:0.5 story:0.5
    story*!story_result*story_action*ends_story:1.5 story_result:-0.7 says_outcome:-0.7 figures:-0.5 technical:-0.5
    other*first:-1 closing:-2 end_asked_next:0.3 cue_missing_result:1 praised:-0.2`,
  low_ownership: `
    meaning:2.5 story:0.7 steps:-1.2 story*!steps*passives:1 story*!steps*we:1.5 asks_own_part*!steps:1 asks_own_part:0.2
    says_not_mine:1 own_part_asked_next:0.7 technical:-0.5 other*first:-0.7 closing:-2 i:-0.5 passives:0.3 shared:0.5
    cue_low_ownership:1.2 story_steps:-0.5`,
  blames_others: `
    meaning:3 they:0.4 failings_of_others:1 says_fault:0.8 own_fault:-1.5 shrugs:0.5 steps:-1 asks_failure:0.5 story:0.2
    technical:-0.7 closing:-1.5 cue_blames_others:1.2 they*!steps:0.3 laid_on_others:1.5 laid_on_others*!steps:0.5`,
  unsupported_claim: `
    meaning:3 absolutes:0.8 !has_fact*absolutes:0.5 says_boast:1 basis_asked_next:0.6 asks_basis*no_figure:0.5 asks_basis:0.2
    figure_echoed:0.3 technical:-0.5 closing:-2 only_asks:-2 opens_no:-0.4 cue_unsupported_claim:1 terms:-0.4 steps:-0.4
    reasons:-0.4 figures:-0.5 negations:-0.5 without_equal:1 figure_asked_next:0.4 without_equal*negations:0.5`,
  requirement_mismatch: `
    meaning:2.5 has_job*job_closeness:1 job_words:0.5 job_words_asked:0.5 meaning*job_closeness:1 meaning*job_words_asked:0.7
    asks_to_have:0.5 opens_no:0.5 confirms:-0.8 opens_yes:-0.8 negations:0.8 says_lack:0.8 says_lack*job_words:0.7
    fewer_years:2 asks_terms:-0.7 closing:-2 only_asks:-2 story*first:-0.7 cue_requirement_mismatch:1 technical:-0.2 asks_about_post:0.5
    asks_about_post*meaning:0.5 hands_over*job_words_asked:0.7 holds_to_post_next:0.5 holds_to_post_next*meaning:0.4
    lack_restated_next:0.5 asks_to_have*opens_no:0.7`,
  availability_or_salary_mismatch: `
    meaning:3 about_terms:0.5 terms_in_question:0.5 terms_in_reply:0.3 asks_terms*meaning:1 asks_terms*negations:0.5
    asks_terms*says_refusal:0.8 says_refusal:0.4 accepts:-1.2 opens_yes:-0.7 above_pay:1.8 story*first:-1.5
    technical*!about_terms:-1 closing:-1.5 only_asks:-1 asks_about_post:0.4 cue_availability_or_salary_mismatch:1
    holds_to_post_next:0.5 kin*about_terms:1 accepts_at_last:-0.7 above_offer:1`,
  scope_inflation: `
    meaning:1.5 next_meaning:1 claim_meaning:0.5 says_large:0.6 scope_probed_next:0.7 own_part_asked_next:0.3
    smaller_next:0.5 shrinks_next:0.8 scope_probed_next*shrinks_next:1 says_large*shrinks_next:0.7 figure_echoed:0.3
    words_echoed:0.5 closing:-2 cue_scope_inflation:1.5 technical:-0.5 given_away_later:2`,
  contradiction: `
    meaning:1.5 next_meaning:1 confronts:0.7 confronts*takes_back:1 takes_back:0.3 confronted_next:1.2 figure_echoed:0.7
    earlier_figure_next:0.8 closing:-2 cue_contradiction:1.5 technical:-0.5 clashes:4 papers_differ:2.5`,
  technical_error: `
    meaning:1 technical:0.8 corrected:2 words_echoed:0.6 technical*words_echoed:0.7 other_figure_next:0.4 closing:-3
    only_asks:-2 asks_terms:-2 other*!corrected:-0.6 story:-1 cue_technical_error:1.2 steps:-0.4 praised:-1.5 substance:-0.8
    reasons:-0.4 admits:-0.7 asks_about_post:-0.5 corrected*other_figure_next:1 holds_to_post_next:-0.3`,
}

/** Weight of the standing start: no sign, no concern. */
const START = -4

export interface Feature {
  /** Signals whose values are multiplied; `isLack` takes one minus the value. */
  factors: { name: string; isLack: boolean }[]
  prior: number
}

function read(line: string): Feature {
  const at = line.lastIndexOf(':')
  return {
    factors: line
      .slice(0, at)
      .split('*')
      .map((name) => ({ name: name.replace('!', ''), isLack: name.startsWith('!') })),
    prior: Number(line.slice(at + 1)),
  }
}

/** Features of each code, the standing start first. */
export const FEATURES = Object.fromEntries(
  WEIGHED.map((code) => [code, [read(`start:${START}`), ...WRITTEN[code].trim().split(/\s+/).map(read)]]),
) as Record<WeighedCode, Feature[]>
