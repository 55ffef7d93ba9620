import { z } from 'zod'

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
    .max(8),
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
