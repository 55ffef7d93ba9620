import { z } from 'zod'
import { nonBlank } from './common.ts'

export const AnalyzeTranscriptRequest = z
  .strictObject({
    transcript: nonBlank('The transcript'),
    job_description: nonBlank('The job description').optional(),
    interview_type: z.enum(['behavioural', 'technical', 'mixed']).default('mixed'),
    candidate_name: z.string().min(1).max(200).optional(),
  })
  .meta({ id: 'AnalyzeTranscriptRequest' })
export type AnalyzeTranscriptRequest = z.output<typeof AnalyzeTranscriptRequest>

export const AnalyzeTranscriptResponse = z
  .object({
    overall_interview_score: z.int().min(0).max(100),
    competency_scores: z.object({
      technical_depth: z.int().min(0).max(100),
      communication_clarity: z.int().min(0).max(100),
      problem_solving: z.int().min(0).max(100),
    }),
    star_completeness_avg: z.number().min(0).max(4).nullable(),
    concern_flags: z.array(z.string()),
    interviewer_summary: z.string(),
  })
  .meta({ id: 'AnalyzeTranscriptResponse' })
export type AnalyzeTranscriptResponse = z.infer<typeof AnalyzeTranscriptResponse>
