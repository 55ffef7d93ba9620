import { z } from 'zod'
import { writerNames } from '../plans.ts'
import { Finding, IntegrityFlag, nonBlank } from './common.ts'

export const AnalyzeTranscriptRequest = z
  .strictObject({
    transcript: nonBlank('The transcript'),
    job_description: nonBlank('The job description').optional(),
    interview_type: z.enum(['behavioural', 'technical', 'mixed']).default('mixed'),
    candidate_name: nonBlank('The name').max(200).optional(),
    options: z
      .strictObject({
        writer: z.enum(writerNames).optional().meta({
          description:
            'Who words `interviewer_summary`: the built-in writer, or the language model that the operator has set up; default: the setting of the workspace. Scores and concerns are never touched.',
        }),
      })
      .optional(),
  })
  .meta({
    id: 'AnalyzeTranscriptRequest',
    example: {
      transcript:
        'Interviewer: Tell me about a service you made faster. Candidate: Our search took four seconds. I profiled it, found an unindexed join and added the index, which brought it down to 300 milliseconds.',
      interview_type: 'technical',
    },
  })
export type AnalyzeTranscriptRequest = z.output<typeof AnalyzeTranscriptRequest>

const Quote = z
  .object({
    quote: z.string(),
    start: z.int().meta({ description: 'In code points of the submitted transcript.' }),
    end: z.int(),
  })
  .meta({ id: 'TranscriptQuote' })

const StarPart = z.object({ score: z.union([z.literal(0), z.literal(0.5), z.literal(1)]), evidence: Quote.nullable() })

export const TranscriptAnswer = z
  .object({
    index: z.int(),
    kind: z.enum(['behavioural', 'technical', 'other']),
    question: Quote,
    follow_ups: z.array(Quote),
    replies: z.array(Quote),
    star: z.object({ situation: StarPart, task: StarPart, action: StarPart, result: StarPart }).nullable(),
    star_completeness: z.number().min(0).max(4).nullable(),
  })
  .meta({ id: 'TranscriptAnswer' })

export const Concern = Quote.extend({
  code: z.string(),
  label: z.string(),
  severity: z.enum(['high', 'medium', 'low']),
  against: Quote.nullable().meta({
    description: 'What the quote stands against, where the concern rests on two places far apart.',
  }),
  alternative_explanation: z.string(),
  follow_up: z.string(),
}).meta({ id: 'Concern' })

const CompetencyDetail = z
  .object({
    level: z.number().min(1).max(5).meta({ description: 'Anchored level in steps of 0.5.' }),
    anchor: z.string(),
    weight: z.number(),
    quotes: z.array(Quote),
  })
  .meta({ id: 'CompetencyDetail' })

const byCompetency = <T extends z.ZodType>(value: T) =>
  z.object({ technical_depth: value, communication_clarity: value, problem_solving: value })

export const AnalyzeTranscriptResponse = z
  .object({
    overall_interview_score: z.int().min(0).max(100),
    competency_scores: byCompetency(z.int().min(0).max(100)),
    star_completeness_avg: z
      .number()
      .min(0)
      .max(4)
      .nullable()
      .meta({ description: 'Mean over behavioural answers of situation, task, action and result, each 0, 0.5 or 1.' }),
    concern_flags: z.array(z.string()),
    interviewer_summary: z.string(),
    interview_type: z.enum(['behavioural', 'technical', 'mixed']),
    answers: z.array(TranscriptAnswer),
    concern_details: z.array(Concern),
    competency_details: byCompetency(CompetencyDetail),
    weights: byCompetency(z.number()).extend({ star_completeness: z.number() }),
    speakers: z.array(
      z.object({
        label: z.string(),
        role: z.enum(['candidate', 'interviewer', 'other']),
        confidence: z.number().min(0).max(1),
        turns: z.int(),
        words: z.int(),
      }),
    ),
    role_alignment: z
      .object({
        score: z.number().min(0).max(100),
        requirements: z.array(
          z.object({
            text: z.string(),
            status: z.enum(['mentioned', 'lacking', 'not_covered']),
            evidence: Quote.nullable(),
          }),
        ),
      })
      .optional()
      .meta({ description: 'With a job description only.' }),
    confidence: z.enum(['high', 'medium', 'low']),
    integrity_flags: z.array(IntegrityFlag),
    warnings: z.array(Finding),
    engine_version: z.string(),
  })
  .meta({ id: 'AnalyzeTranscriptResponse' })
export type AnalyzeTranscriptResponse = z.infer<typeof AnalyzeTranscriptResponse>
