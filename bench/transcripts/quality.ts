import type { TranscriptAnalysis } from '@innohire/engine/transcript/index.ts'
import type { LabelledTranscript, LevelName, StarName } from './data.ts'
import { mean, spearman } from './statistics.ts'

export const STAR_NAMES: StarName[] = ['situation', 'task', 'action', 'result']
export const LEVEL_NAMES: LevelName[] = ['technical_depth', 'problem_solving', 'communication_clarity', 'overall']

export interface Judged {
  labelled: LabelledTranscript
  analysis: TranscriptAnalysis
}

/** The analysed answer that holds a labelled question, as main question or follow-up. */
export function answerFor(analysis: TranscriptAnalysis, from: number, length: number) {
  const covers = (span: { start: number; end: number }): boolean => span.start < from + length && span.end > from
  const main = analysis.answers.find((answer) => covers(answer.question))
  return { main, any: main ?? analysis.answers.find((answer) => answer.follow_ups.some(covers)) }
}

/** Agreement on STAR parts; a story that was not seen as one counts as a miss in every part. */
export function starAgreement(judged: readonly Judged[]) {
  const parts = Object.fromEntries(STAR_NAMES.map((name) => [name, { exact: 0, near: 0 }])) as Record<
    StarName,
    { exact: number; near: number }
  >
  let stories = 0
  let unseen = 0
  for (const { labelled, analysis } of judged)
    for (const gold of labelled.gold.answers) {
      if (gold.star === null) continue
      stories++
      const star = answerFor(analysis, gold.question_char, gold.question.length).any?.star
      if (star === undefined || star === null) {
        unseen++
        continue
      }
      for (const name of STAR_NAMES) {
        const error = Math.abs(star[name].score - gold.star[name])
        if (error === 0) parts[name].exact++
        if (error <= 0.5) parts[name].near++
      }
    }
  return { parts, stories, unseen }
}

/** Mean absolute error of star_completeness_avg; a null against a number counts as that number. */
export function starError(judged: readonly Judged[]): number {
  return mean(
    judged.flatMap(({ labelled, analysis }) => {
      const gold = labelled.gold.star_completeness_avg
      const own = analysis.star_completeness_avg
      return gold === null && own === null ? [] : [Math.abs((gold ?? 0) - (own ?? 0))]
    }),
  )
}

/** Spearman with the labelled levels. */
export function levelAgreement(judged: readonly Judged[]): Record<LevelName, number> {
  const own = ({ analysis }: Judged, name: LevelName): number =>
    name === 'overall' ? analysis.overall_interview_score : analysis.competency_scores[name]
  return Object.fromEntries(
    LEVEL_NAMES.map((name) => [
      name,
      spearman(
        judged.map((item) => own(item, name)),
        judged.map(({ labelled }) => labelled.gold.levels[name]),
      ),
    ]),
  ) as Record<LevelName, number>
}

export interface FlagCount {
  hit: number
  extra: number
  missed: number
}

/** Types of concern per interview, against all labelled ones (`all`) and those both readers saw (`agreed`). */
export function flagAgreement(judged: readonly Judged[]) {
  const all: FlagCount = { hit: 0, extra: 0, missed: 0 }
  const agreed: FlagCount = { hit: 0, extra: 0, missed: 0 }
  const byCode = new Map<string, FlagCount>()
  for (const { labelled, analysis } of judged) {
    const own = new Set<string>(analysis.concern_details.map((concern) => concern.code))
    const gold = new Set(labelled.gold.concerns.map((concern) => concern.type))
    const sure = new Set(labelled.gold.concerns.filter((concern) => concern.agreed).map((concern) => concern.type))
    for (const code of new Set([...own, ...gold])) {
      const count = byCode.get(code) ?? { hit: 0, extra: 0, missed: 0 }
      byCode.set(code, count)
      const kind = own.has(code) ? (gold.has(code) ? 'hit' : 'extra') : 'missed'
      count[kind]++
      all[kind]++
    }
    for (const code of sure) own.has(code) ? agreed.hit++ : agreed.missed++
    for (const code of own) if (!gold.has(code)) agreed.extra++
  }
  return { all, agreed, byCode }
}

export const precision = ({ hit, extra }: FlagCount): number => (hit + extra === 0 ? 1 : hit / (hit + extra))
export const recall = ({ hit, missed }: FlagCount): number => (hit + missed === 0 ? 1 : hit / (hit + missed))

/** Main questions found, missed and invented, and whether the questions' owner was taken for an interviewer. */
export function questionAgreement(judged: readonly Judged[]) {
  let found = 0
  let missed = 0
  let extra = 0
  let spoken = 0
  for (const { labelled, analysis } of judged) {
    const used = new Set<number>()
    for (const gold of labelled.gold.answers) {
      const { main, any } = answerFor(analysis, gold.question_char, gold.question.length)
      if (any !== undefined) spoken++
      if (main === undefined) missed++
      else {
        found++
        used.add(main.index)
      }
    }
    extra += analysis.answers.length - used.size
  }
  return { found, missed, extra, spoken }
}

/**
 * Whether the right speaker is the candidate: all labelled questions lie outside the candidate's speech, and all quotes of
 * concerns (but those of the interviewer's own questions) inside it.
 */
export function isAttributed({ labelled, analysis }: Judged): boolean {
  const replies = analysis.answers.flatMap((answer) => answer.replies)
  const inside = (at: number): boolean => replies.some((reply) => reply.start <= at && at < reply.end)
  return labelled.gold.answers.every((gold) => !inside(gold.question_char)) && replies.length > 0
}
