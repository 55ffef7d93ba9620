import { z } from 'zod'
import { type CheckedDraft, checkDraft } from './check-draft.ts'
import type { Material } from './material.ts'
import type { Assignment } from './open-language-model.ts'

/** What a language model is asked for, about one candidate. Nothing in it is a number that counts. */
export const Draft = z.object({
  questions: z
    .array(
      z.object({
        question: z.string().min(20).max(320),
        competency: z.string().min(2).max(80),
        type: z.enum(['behavioural', 'situational', 'technical', 'clarification']),
        /** Words of the job description or of the resume, verbatim, that the question comes from. */
        source_quote: z.string().min(3).max(300),
        probes: z.array(z.string().min(5).max(200)).length(2),
      }),
    )
    .min(1)
    .max(4),
  outreach: z.object({
    subject: z.string().min(10).max(60),
    sentences: z
      .array(
        z.object({
          text: z.string().min(5).max(300),
          /** Words of the resume or the job description that support the sentence; null for greeting and question. */
          source_quote: z.string().min(3).max(300).nullable(),
        }),
      )
      .min(2)
      .max(6),
  }),
})
export type Draft = z.infer<typeof Draft>

const task = `You write for a recruiter. From the material below, write
1. two to four screening questions for this one candidate: open questions about work, to be said aloud by a hiring manager; first on what the resume leaves open of what the job demands, then on what it claims. \`asked_of_everyone\` is asked already: ask something else;
2. a first message to the candidate of at most 380 characters: a greeting with [Name], one true detail, one reason why the role fits, one easy question. Write [Name] and [Company] where names belong.
Every source_quote repeats words of the material exactly. State nothing that the material does not say. No flattery. Never ask or write about age, family, health, religion, origin, gender, arrests, union, address, pay history or military discharge.`

/** Questions and a first message for one candidate. */
export const screeningTexts: Assignment<Material, Draft, CheckedDraft> = {
  task,
  schema: Draft,
  most_tokens: 1_500,
  check: checkDraft,
}
