/**
 * What the interview analysis takes and gives, in the snake_case of the public API. The first five fields of the result
 * are the public contract; everything after them is additive. Offsets are code points of the submitted transcript.
 */

import type { SkillFinder } from '../skills/types.ts'
import type { Embed, Finding, IntegrityFlag, Requirement } from '../types.ts'

export type InterviewType = 'behavioural' | 'technical' | 'mixed'

export interface TranscriptInput {
  transcript: string
  job_description?: string
  /** Default `mixed`: it chooses the weights of the overall score. */
  interview_type?: InterviewType
  /** Settles who the candidate is when the transcript uses real names. */
  candidate_name?: string
}

/** Words of the transcript, verbatim. */
export interface Quote {
  quote: string
  start: number
  end: number
}

export type SpeakerRole = 'candidate' | 'interviewer' | 'other'

export interface SpeakerFinding {
  label: string
  role: SpeakerRole
  /** 0-1: how sure the role is; inferred from who asks and who answers, from labels and from `candidate_name`. */
  confidence: number
  turns: number
  words: number
}

/** One part of a STAR story: 1 present, 0.5 thin or implied, 0 absent; with the words it was read from. */
export interface StarPart {
  score: 0 | 0.5 | 1
  evidence: Quote | null
}

export interface StarParts {
  situation: StarPart
  task: StarPart
  action: StarPart
  result: StarPart
}

export type AnswerKind = 'behavioural' | 'technical' | 'other'

export interface AnswerDetail {
  index: number
  kind: AnswerKind
  question: Quote
  /** Further questions of the interviewer on the same matter; their replies count for this answer. */
  follow_ups: Quote[]
  /** The candidate's replies, in order. Empty when the question got none. */
  replies: Quote[]
  /** Only behavioural answers have it. */
  star: StarParts | null
  /** Sum of the four parts, 0-4; null without `star`. */
  star_completeness: number | null
}

export type ConcernCode =
  | 'low_ownership'
  | 'vague_answer'
  | 'missing_result'
  | 'unanswered_question'
  | 'contradiction'
  | 'unsupported_claim'
  | 'requirement_mismatch'
  | 'availability_or_salary_mismatch'
  | 'scope_inflation'
  | 'technical_error'
  | 'blames_others'
  | 'prompt_injection'
  | 'poor_transcript_quality'
  | 'interviewer_compliance'

export type ConcernSeverity = 'high' | 'medium' | 'low'

export interface ConcernDetail extends Quote {
  code: ConcernCode
  /** Plain English name, as in `concern_flags`. */
  label: string
  severity: ConcernSeverity
  /** What the quote stands against, where the concern rests on two places far apart. */
  against: Quote | null
  /** Another way to read the same words, so that nobody takes the flag for a finding of fact. */
  alternative_explanation: string
  /** What to ask to settle it. */
  follow_up: string
}

export interface CompetencyDetail {
  /** Anchored level 1-5 in steps of 0.5. */
  level: number
  /** What that level means, in one sentence. */
  anchor: string
  /** Share of the overall score, 0-1. */
  weight: number
  quotes: Quote[]
}

export interface CompetencyScores {
  technical_depth: number
  communication_clarity: number
  problem_solving: number
}

export interface RoleAlignment {
  /** 0-100: how many of the job description's requirements the candidate's words support. */
  score: number
  requirements: { text: string; status: 'mentioned' | 'lacking' | 'not_covered'; evidence: Quote | null }[]
}

export interface TranscriptAnalysis {
  overall_interview_score: number
  competency_scores: CompetencyScores
  star_completeness_avg: number | null
  concern_flags: string[]
  interviewer_summary: string
  interview_type: InterviewType
  answers: AnswerDetail[]
  concern_details: ConcernDetail[]
  competency_details: Record<keyof CompetencyScores, CompetencyDetail>
  /** Share of each part in the overall score for this interview type; they add up to 1. */
  weights: Record<keyof CompetencyScores | 'star_completeness', number>
  speakers: SpeakerFinding[]
  role_alignment?: RoleAlignment
  confidence: 'high' | 'medium' | 'low'
  integrity_flags: IntegrityFlag[]
  warnings: Finding[]
  engine_version: string
}

export interface TranscriptAnalyzerDeps {
  embed: Embed
  /** Names technical terms and the skills a job description asks for; without it word rarity alone stands in. */
  findSkills?: SkillFinder
  /** Reads a job description; default: the engine's own reader, or its phrases where there is no lexicon. */
  findRequirements?: (jobDescription: string) => readonly Requirement[] | Promise<readonly Requirement[]>
}

export interface TranscriptAnalyzer {
  /** @throws TranscriptError when nothing of the candidate can be read. */
  analyze(input: TranscriptInput): Promise<TranscriptAnalysis>
}
