import { z } from 'zod'
import { writerNames } from '../plans.ts'
import { CallerId, Day, Finding, IntegrityFlag, nonBlank } from './common.ts'

const AsOf = Day.optional()

/** Base64 in its usual alphabet, with or without padding. */
const base64Pattern = /^[A-Za-z0-9+/]*={0,2}$/

export const ResumeFile = z
  .strictObject({
    name: z.string().max(255).optional().meta({ description: 'For your own use; the type comes from the bytes.' }),
    content_base64: z
      .string()
      .regex(base64Pattern, { error: 'Send the bytes of the file as base64, without line breaks.' }),
  })
  .meta({
    id: 'ResumeFile',
    description:
      'A resume as a file: PDF, DOCX, DOC, RTF, ODT, HTML, text or an image. The whole JSON may have 8 MiB, so files of about 6 MB in all; larger ones go through bulk screening.',
  })

export const EvaluateResume = z
  .strictObject({
    id: CallerId.optional().meta({ description: 'Your internal id; one is made up where it is missing.' }),
    text: nonBlank('The resume').optional().meta({ description: 'Plain text of the resume.' }),
    file: ResumeFile.optional().meta({
      description: 'Instead of `text`. Offsets then count in the text that was read.',
    }),
    as_of: AsOf.meta({ description: 'Day at which open roles ("Present") end for this resume.' }),
  })
  .superRefine(({ text, file }, ctx) => {
    if (text === undefined && file === undefined)
      ctx.addIssue({ code: 'custom', path: ['text'], message: 'Send the text of the resume, or a file.' })
    if (text !== undefined && file !== undefined)
      ctx.addIssue({ code: 'custom', path: ['file'], message: 'Send either `text` or `file`, not both.' })
  })

export const EvaluateOptions = z.strictObject({
  generate_questions: z.boolean().default(true),
  generate_boolean_string: z.boolean().default(true),
  generate_outreach: z.boolean().default(true),
})

/** Of one call: bulk screening has the built-in writer only, as a model takes seconds for each resume. */
export const CallOptions = EvaluateOptions.extend({
  writer: z.enum(writerNames).optional().meta({
    description:
      'Who words questions and outreach: the built-in writer, or the language model that the operator has set up; default: the setting of the workspace. Scores are never touched.',
  }),
})

export const EvaluateRequest = z
  .strictObject({
    job_description: nonBlank('The job description'),
    resumes: z.array(EvaluateResume).min(1, { error: 'Send at least one resume.' }),
    options: CallOptions.optional(),
    as_of: AsOf.meta({ description: 'Day at which open roles end; default: the day of the evaluation. Echoed.' }),
  })
  .meta({
    id: 'EvaluateRequest',
    example: {
      job_description: 'Backend developer. Must have Python, FastAPI and PostgreSQL. Docker is a plus.',
      resumes: [{ id: 'c1', text: 'Python developer, 2019 - present: FastAPI services on PostgreSQL.' }],
    },
  })
export type EvaluateRequest = z.output<typeof EvaluateRequest>

export const Requirement = z
  .object({
    id: z.string(),
    text: z.string(),
    kind: z.enum(['must', 'nice']),
    type: z.enum(['skill', 'experience', 'credential', 'education', 'language', 'other']),
    quote: z.string().meta({ description: 'The words of the job description it comes from.' }),
    years_min: z.number().optional(),
    any_of: z.array(z.string()).optional().meta({ description: 'Alternatives of which one is enough.' }),
    is_knockout: z.boolean().optional(),
  })
  .meta({ id: 'Requirement', description: 'One thing that the job description asks.' })

export const Evidence = z
  .object({
    quote: z.string(),
    start: z.int().meta({ description: 'In code points of the submitted text.' }),
    end: z.int(),
    rule: z.string().meta({ description: 'The rule that made the judgement.' }),
    context: z.string().optional().meta({
      description:
        'The words around a quote that is shorter than its line, verbatim: what was done with the skill that it names.',
    }),
  })
  .meta({ id: 'Evidence' })

export const RequirementResult = z
  .object({
    requirement_id: z.string(),
    status: z.enum(['matched', 'adjacent', 'missing', 'unclear']),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'RequirementResult' })

export const ScorePart = z
  .object({
    part: z.string(),
    weight: z.number(),
    value: z.number(),
    points: z.number(),
    reason: z.string(),
  })
  .meta({ id: 'ScorePart', description: 'One visible part of the score: the points of all parts add up to it.' })

export const QuestionDetail = z
  .object({
    question: z.string(),
    competency: z.string(),
    type: z.enum(['behavioural', 'situational', 'technical', 'clarification']),
    scope: z.enum(['core', 'candidate']).meta({ description: '`core`: the same for all candidates of the job.' }),
    why_asked: z.string().meta({ description: 'The words of the job description or resume that it comes from.' }),
    probes: z.array(z.string()).meta({ description: 'Two follow-ups.' }),
    anchors: z
      .object({ '1': z.string(), '3': z.string(), '5': z.string() })
      .meta({ description: 'What a weak, a sound and an excellent answer hold.' }),
  })
  .meta({ id: 'QuestionDetail' })

export const Candidate = z
  .object({
    id: z.string(),
    rank: z.int(),
    overall_score: z.int().min(0).max(100).meta({ description: 'Absolute: does not depend on who else applied.' }),
    semantic_similarity: z.number().min(0).max(1),
    matched_skills: z.array(z.string()),
    missing_skills: z.array(z.string()),
    gap_severity: z.record(z.string(), z.enum(['critical', 'moderate', 'minor'])),
    experience_years_relevant: z.number().nullable().meta({ description: 'null where the resume gives no dates.' }),
    screening_questions: z.array(z.string()).optional(),
    question_details: z.array(QuestionDetail).optional(),
    boolean_search_string: z.string().optional(),
    xray_search_string: z.string().optional().meta({ description: 'For a web search engine.' }),
    linkedin_outreach_draft: z.string().optional(),
    subject: z.string().optional().meta({ description: 'Subject line of the outreach draft.' }),
    unclear_skills: z.array(z.string()),
    requirement_results: z.array(RequirementResult),
    score_breakdown: z.array(ScorePart),
    confidence: z.enum(['high', 'medium', 'low']),
    band: z.int().meta({ description: 'Candidates within noise of each other share a band; 1 is the best.' }),
    integrity_flags: z.array(IntegrityFlag),
    warnings: z.array(Finding),
  })
  .meta({ id: 'Candidate' })

export const EvaluateResponse = z
  .object({
    job_id: z.string().meta({ example: 'job_01kapd3q8z6w0t9v1n5k7m2xab' }),
    evaluated_at: z.iso.datetime(),
    candidates: z.array(Candidate),
    requirements: z.array(Requirement),
    warnings: z.array(Finding),
    engine_version: z.string(),
    as_of: z.string(),
  })
  .meta({ id: 'EvaluateResponse' })
export type EvaluateResponse = z.infer<typeof EvaluateResponse>
