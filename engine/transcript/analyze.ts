import type { Finding, IntegrityFlag } from '../types.ts'
import { ENGINE_VERSION } from '../version.ts'
import { alignmentScore, alignRequirements } from './alignment.ts'
import { anchorOf } from './anchors.ts'
import type { Answer } from './answers.ts'
import {
  COMPETENCIES,
  type Competency,
  isClosing,
  publishedLevel,
  readLevels,
  scoreOf,
  sentenceWeight,
} from './competencies.ts'
import { CONCERNS } from './concerns/catalogue.ts'
import { findConcerns } from './concerns/find.ts'
import { readQuality } from './concerns/integrity.ts'
import type { ConcernContext, ConcernHit, StoryAnswer } from './concerns/types.ts'
import { TranscriptError } from './errors.ts'
import { embedPrototypes } from './meanings.ts'
import type { ParsedTranscript } from './parse/turns.ts'
import { quoter } from './quotes.ts'
import { MAX_TRANSCRIPT, readInterview } from './read-interview.ts'
import type { Roles } from './speakers.ts'
import type { StarReading } from './star.ts'
import { writeSummary } from './summary.ts'
import { termFinder } from './terms.ts'
import { type Range, sentenceOf } from './text/tokens.ts'
import type {
  AnswerDetail,
  CompetencyDetail,
  Quote,
  StarPart,
  StarParts,
  TranscriptAnalysis,
  TranscriptAnalyzer,
  TranscriptAnalyzerDeps,
  TranscriptInput,
} from './types.ts'
import { overallWeights, starCuts } from './weights.ts'

const NOTHING_SHOWN = { technical_depth: 1, communication_clarity: 1, problem_solving: 1 }

/** Makes an analyzer that holds the prototypes' vectors of one embedder. Same input, same bytes out. */
export function createTranscriptAnalyzer(deps: TranscriptAnalyzerDeps): TranscriptAnalyzer {
  let prototypes: ReturnType<typeof embedPrototypes> | undefined
  return {
    async analyze(input) {
      prototypes ??= embedPrototypes(deps.embed)
      try {
        return await analyze(input, deps, await prototypes)
      } catch (error) {
        // A failed start of the embedder must not stay for ever.
        if (!(error instanceof TranscriptError)) prototypes = undefined
        throw error
      }
    },
  }
}

async function analyze(
  input: TranscriptInput,
  deps: TranscriptAnalyzerDeps,
  prototypes: Awaited<ReturnType<typeof embedPrototypes>>,
): Promise<TranscriptAnalysis> {
  const type = input.interview_type ?? 'mixed'
  const context = await readInterview(input, deps, prototypes)
  const { text, parsed, roles, answers, stories, instructions, meanings, requirements } = context

  // How the answers score.
  const read = readLevels(answers, meanings.placements, termFinder(text, deps.findSkills))
  // Nothing but orders to the machine is speech, though it shows nothing.
  const levels = read ?? (instructions.length > 0 ? NOTHING_SHOWN : undefined)
  if (levels === undefined) throw new TranscriptError('no_candidate_speech')
  const weights = weightsFor(type, stories.length > 0)
  const overall =
    COMPETENCIES.reduce((sum, competency) => sum + weights[competency] * scoreOf(levels[competency]), 0) +
    weights.star_completeness * starScore(stories)

  // What to look at again.
  const hits = findConcerns(context)
  const quote = quoter(text, roles.turns)
  const concerns = hits.map((hit) => ({
    code: hit.code,
    label: CONCERNS[hit.code].label,
    severity: hit.severity,
    ...quote(hit.range),
    against: hit.against === undefined ? null : quote(hit.against),
    alternative_explanation: CONCERNS[hit.code].alternative,
    follow_up: CONCERNS[hit.code].followUp,
  }))

  const stars = new Map(stories.map((story) => [story.answer, story.star]))
  const details = answers.map((answer) => detailOf(answer, stars.get(answer), quote))
  const scored = details.flatMap((detail) => (detail.star_completeness === null ? [] : [detail.star_completeness]))
  const starAverage = scored.length === 0 ? null : round2(scored.reduce((sum, value) => sum + value, 0) / scored.length)
  const competencies = competencyDetails(answers, levels, weights, quote)
  const alignment = alignmentOf(text, requirements, answers, hits, deps, quote)
  const candidateWords = roles.speakers.find((speaker) => speaker.role === 'candidate')?.words ?? 0
  const quality = readQuality(text, roles.turns)
  const { warnings, limits } = warningsOf(input, parsed, roles, quality.gapsPer100, candidateWords, stories.length)

  return {
    overall_interview_score: Math.round(overall),
    competency_scores: {
      technical_depth: Math.round(scoreOf(levels.technical_depth)),
      communication_clarity: Math.round(scoreOf(levels.communication_clarity)),
      problem_solving: Math.round(scoreOf(levels.problem_solving)),
    },
    star_completeness_avg: starAverage,
    concern_flags: [...new Set(concerns.map((concern) => concern.label))],
    interviewer_summary: writeSummary({
      answers: details,
      candidateWords,
      competencies,
      levels,
      starAverage,
      concerns: firstOfEach(concerns),
      alignment,
      limits,
    }),
    interview_type: type,
    answers: details,
    concern_details: concerns,
    competency_details: competencies,
    weights,
    speakers: roles.speakers,
    ...(alignment === undefined ? {} : { role_alignment: alignment }),
    confidence: confidenceOf(roles, quality.gapsPer100, candidateWords, answers.length),
    integrity_flags: integrityOf(text, instructions),
    warnings,
    engine_version: ENGINE_VERSION,
  }
}

function weightsFor(type: keyof typeof overallWeights, hasStories: boolean): TranscriptAnalysis['weights'] {
  const table = overallWeights[type]
  if (hasStories) return { ...table }
  // Without a story its share goes to the competencies, in proportion.
  const rest = 1 - table.star_completeness
  return {
    technical_depth: round4(table.technical_depth / rest),
    communication_clarity: round4(table.communication_clarity / rest),
    problem_solving: round4(table.problem_solving / rest),
    star_completeness: 0,
  }
}

/** 0-100 from the continuous strengths, so that a part on the edge of two marks does not make the score jump. */
function starScore(stories: readonly StoryAnswer[]): number {
  if (stories.length === 0) return 0
  const sum = stories.reduce((total, { star }) => {
    const { situation, task, action, result } = star.fitted
    return total + situation + task + action + result
  }, 0)
  return (25 * sum) / stories.length
}

const round2 = (x: number): number => Math.round(x * 100) / 100
const round4 = (x: number): number => Math.round(x * 10_000) / 10_000

function mark(strength: number): StarPart['score'] {
  return strength < starCuts.half ? 0 : strength < starCuts.full ? 0.5 : 1
}

function detailOf(answer: Answer, reading: StarReading | undefined, quote: (range: Range) => Quote): AnswerDetail {
  const [main, ...followUps] = answer.replies
  const star = reading === undefined ? null : starOf(answer, reading, quote)
  return {
    index: answer.index,
    kind: answer.kind,
    question: quote(main!.question),
    follow_ups: followUps.map((reply) => quote(reply.question)),
    replies: answer.replies.flatMap((reply) => reply.turns.flatMap((turn) => turn.ranges.map(quote))),
    star,
    star_completeness:
      star === null ? null : star.situation.score + star.task.score + star.action.score + star.result.score,
  }
}

function starOf(answer: Answer, reading: StarReading, quote: (range: Range) => Quote): StarParts {
  const part = (name: keyof StarReading['fitted']): StarPart => {
    const score = mark(reading.fitted[name])
    const at = reading.at[name]
    const sentence = at === undefined ? undefined : sentenceOf(answer.speech.sentences, at)
    return { score, evidence: score === 0 || sentence === undefined ? null : quote(sentence) }
  }
  return { situation: part('situation'), task: part('task'), action: part('action'), result: part('result') }
}

function competencyDetails(
  answers: readonly Answer[],
  levels: Record<Competency, number>,
  weights: TranscriptAnalysis['weights'],
  quote: (range: Range) => Quote,
): Record<Competency, CompetencyDetail> {
  const detail = (competency: Competency): CompetencyDetail => {
    const level = publishedLevel(levels[competency])
    const best = answers
      .flatMap((answer) => {
        const { speech } = answer
        if (isClosing(answer.replies[0]!.questionSpeech)) return []
        const ranked = speech.sentences
          .map((sentence) => ({ sentence, weight: sentenceWeight(speech, sentence.from, sentence.to, competency) }))
          .sort((a, b) => b.weight - a.weight || a.sentence.start - b.sentence.start)
        return ranked.slice(0, 1)
      })
      .filter(({ weight }) => weight > 0.5)
      .sort((a, b) => b.weight - a.weight || a.sentence.start - b.sentence.start)
    return {
      level,
      anchor: anchorOf(competency, level),
      weight: weights[competency],
      quotes: best.slice(0, 3).map(({ sentence }) => quote(sentence)),
    }
  }
  return {
    technical_depth: detail('technical_depth'),
    communication_clarity: detail('communication_clarity'),
    problem_solving: detail('problem_solving'),
  }
}

function alignmentOf(
  text: string,
  requirements: ConcernContext['requirements'],
  answers: readonly Answer[],
  hits: readonly ConcernHit[],
  { findSkills }: TranscriptAnalyzerDeps,
  quote: (range: Range) => Quote,
): TranscriptAnalysis['role_alignment'] {
  if (requirements.length === 0) return undefined
  const mismatches = hits.filter((hit) => hit.code === 'requirement_mismatch')
  const aligned = alignRequirements(text, requirements, answers, mismatches, findSkills)
  return {
    score: alignmentScore(aligned),
    requirements: aligned.map((item) => ({
      text: item.text,
      status: item.status,
      evidence: item.evidence === undefined ? null : quote(item.evidence),
    })),
  }
}

function firstOfEach<T extends { code: string }>(items: readonly T[]): T[] {
  return items.filter((item, i) => items.findIndex((other) => other.code === item.code) === i)
}

function integrityOf(text: string, instructions: readonly ConcernHit[]): IntegrityFlag[] {
  return instructions.slice(0, 5).map((hit) => ({
    code: 'instruction_in_transcript',
    message: 'The transcript speaks to an automated reader. The sentence was left out of all scores.',
    quote: text.slice(hit.range.start, Math.min(hit.range.end, hit.range.start + 400)),
  }))
}

function candidateConfidence(roles: Roles): number {
  return roles.speakers.find((speaker) => speaker.role === 'candidate')?.confidence ?? 0
}

function confidenceOf(
  roles: Roles,
  gapsPer100: number,
  words: number,
  answers: number,
): TranscriptAnalysis['confidence'] {
  const speaker = candidateConfidence(roles)
  if (speaker < 0.7 || words < 120 || gapsPer100 >= 3 || answers < 2) return 'low'
  if (speaker < 0.9 || words < 350 || gapsPer100 >= 1 || answers < 4) return 'medium'
  return 'high'
}

function warningsOf(
  input: TranscriptInput,
  parsed: ParsedTranscript,
  roles: Roles,
  gapsPer100: number,
  words: number,
  stories: number,
): { warnings: Finding[]; limits: string[] } {
  const warnings: Finding[] = []
  const limits: string[] = []
  const warn = (code: string, message: string, limit?: string): void => {
    warnings.push({ code, message })
    if (limit !== undefined) limits.push(limit)
  }
  if (input.transcript.length > MAX_TRANSCRIPT)
    warn(
      'transcript_truncated',
      `Only the first ${MAX_TRANSCRIPT} characters were analysed.`,
      'the end of the transcript was left out',
    )
  if (parsed.format === 'unmarked')
    warn(
      'speakers_not_marked',
      'The transcript names no speakers; questions were taken for the interviewer.',
      'speakers were guessed',
    )
  else if (candidateConfidence(roles) < 0.8)
    warn(
      'speaker_uncertain',
      'It is not clear who the candidate is; send candidate_name to settle it.',
      'who the candidate is remains uncertain',
    )
  if (roles.isNameFound === false)
    warn('candidate_name_not_found', 'No speaker carries candidate_name; behaviour decided.')
  if (gapsPer100 >= 1)
    warn(
      'poor_transcript_quality',
      'Parts of the speech are marked as lost; what they held is unknown.',
      'parts of the recording were lost',
    )
  if (words < 150) warn('little_speech', 'The candidate says little; the scores rest on few words.')
  if (stories === 0)
    warn('no_behavioural_answer', 'No question asked for a past example, so star_completeness_avg is null.')
  return { warnings, limits }
}
