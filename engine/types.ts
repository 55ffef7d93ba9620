/**
 * The engine's vocabulary: texts go in, an evaluation with evidence comes out. Everything here is plain data, in the
 * snake_case of the public API, so that nothing is converted between engine, database and response.
 *
 * All offsets are code points (not UTF-16 units) of the submitted text, end exclusive.
 */
import type { QuestionDetail } from './writer/types.ts'

/** Texts to unit vectors (384 numbers each), in the order given. The engine never loads a model itself. */
export type Embed = (texts: readonly string[]) => Promise<Float32Array[]>

export type RequirementKind = 'must' | 'nice'
export type RequirementType = 'skill' | 'experience' | 'credential' | 'education' | 'language' | 'other'

/** One thing that the job description asks. */
export interface Requirement {
  /** `r1`, `r2`, ... in the order of the job description. */
  id: string
  /** Short canonical wording; `matched_skills` and `missing_skills` show it, or a phrase of it where it is long. */
  text: string
  kind: RequirementKind
  type: RequirementType
  /** The words of the job description it comes from, verbatim. */
  quote: string
  /** Minimum years where the job description states them. */
  years_min?: number
  /** Names of which one is enough ("PostgreSQL or MySQL"). */
  any_of?: string[]
  /** A legal licence or a stated knock-out: its absence is critical whatever else is there. */
  is_knockout?: boolean
  /** How much hangs on it, 0-1: knock-out 1, stated must 0.8, duty or soft skill about 0.5, nice 0.3. */
  importance?: number
}

export type RequirementStatus = 'matched' | 'adjacent' | 'missing' | 'unclear'

/** A span of the resume that supports one judgement, and the rule that made the judgement. */
export interface Evidence {
  quote: string
  start: number
  end: number
  rule: string
  /** The words around a quote that is shorter than its line ("SQL"), verbatim. */
  context?: string
}

export interface RequirementResult {
  requirement_id: string
  status: RequirementStatus
  evidence: Evidence[]
}

export type GapSeverity = 'critical' | 'moderate' | 'minor'

/** One visible part of the score: `weight * value` summed over the parts, times 100, is the score before rounding. */
export interface ScorePart {
  part: string
  /** Share of the score, 0-1; the weights of all parts add up to 1. */
  weight: number
  /** How well this part is met, 0-1. */
  value: number
  /** What it contributed, in score points: weight * value * 100, one decimal. */
  points: number
  /** One plain sentence that says how the value came about. */
  reason: string
}

export interface Finding {
  code: string
  message: string
}

/** A sign that a text was made to mislead a machine. It is reported, brings no credit, and rejects nobody by itself. */
export interface IntegrityFlag extends Finding {
  quote: string
}

export interface CandidateEvaluation {
  id: string
  rank: number
  /** Integer 0-100, absolute: it does not depend on who else applied. */
  overall_score: number
  /** 0-1, two decimals, from the embeddings alone. */
  semantic_similarity: number
  matched_skills: string[]
  /** Missing or adjacent; exactly the keys of `gap_severity`. */
  missing_skills: string[]
  gap_severity: Record<string, GapSeverity>
  unclear_skills: string[]
  /** Years, one decimal; null when the resume gives no dates. */
  experience_years_relevant: number | null
  screening_questions?: string[]
  /** The same questions in the same order, with what an interviewer needs to ask and to judge them alike. */
  question_details?: QuestionDetail[]
  boolean_search_string?: string
  /** The search over public profiles for a web search engine. */
  xray_search_string?: string
  linkedin_outreach_draft?: string
  /** Subject line of the outreach draft. */
  subject?: string
  requirement_results: RequirementResult[]
  score_breakdown: ScorePart[]
  confidence: 'high' | 'medium' | 'low'
  /** Candidates whose scores differ by less than the noise share a band; 1 is the best. */
  band: number
  integrity_flags: IntegrityFlag[]
  warnings: Finding[]
}

export interface ResumeInput {
  id: string
  text: string
  /** YYYY-MM-DD at which open roles ("Present") end for this resume; default: the evaluation's. */
  as_of?: string
  /** What the reader of the file saw: hidden text and the like. Added to the engine's own findings. */
  integrity_flags?: IntegrityFlag[]
}

export interface EvaluationInput {
  job_description: string
  resumes: readonly ResumeInput[]
  /** YYYY-MM-DD at which open roles end. The engine has no clock. */
  as_of: string
  options?: {
    generate_questions?: boolean
    generate_boolean_string?: boolean
    generate_outreach?: boolean
  }
}

export interface EvaluationResult {
  requirements: Requirement[]
  warnings: Finding[]
  engine_version: string
  as_of: string
  /** Best first. */
  candidates: CandidateEvaluation[]
}
