import { z } from 'zod'
import { limits } from '../limits.ts'
import { CallerId, Day, nonBlank } from './common.ts'
import { EvaluateOptions } from './evaluate.ts'

/** A URL as text; which hosts may be reached is the server's decision, at submit and at each connection. */
export const HttpUrl = z
  .string({ error: 'Send the URL as text.' })
  .min(1, { error: 'The URL is empty.' })
  .max(limits.url_characters, { error: `A URL has at most ${limits.url_characters} characters.` })

const ResumeUrl = z.union([HttpUrl, z.strictObject({ id: CallerId.optional(), url: HttpUrl })], {
  error: `Send a URL as text, or {"id": "...", "url": "..."}; a URL has at most ${limits.url_characters} characters.`,
})

export const BulkScreenRequest = z
  .strictObject({
    job_description: nonBlank('The job description'),
    resume_urls: z.array(ResumeUrl).min(1, { error: 'Send at least one URL.' }).meta({
      description:
        'Signed URLs of resume files, or objects of your id and the URL. Without an id, a candidate has the zero-based position of its URL as id.',
    }),
    webhook_url: HttpUrl.optional().meta({ description: 'Gets the finished job in a signed POST.' }),
    options: EvaluateOptions.optional(),
    as_of: Day.optional().meta({ description: 'Day at which open roles end; default: the day of the request.' }),
  })
  .meta({
    id: 'BulkScreenRequest',
    example: {
      job_description: 'Backend developer. Must have Python, FastAPI and PostgreSQL. Docker is a plus.',
      resume_urls: ['https://files.example.com/cv-1.pdf?signature=...', 'https://files.example.com/cv-2.docx'],
      webhook_url: 'https://ats.example.com/webhooks/innohire',
    },
  })
export type BulkScreenRequest = z.output<typeof BulkScreenRequest>

/** Fields of a multipart request; its files are the parts named `resumes`. */
export const BulkScreenUpload = z
  .strictObject({
    job_description: nonBlank('The job description'),
    webhook_url: HttpUrl.optional(),
    options: EvaluateOptions.optional().meta({ description: 'As JSON text.' }),
    as_of: Day.optional(),
  })
  .meta({ id: 'BulkScreenUpload' })
export type BulkScreenUpload = z.output<typeof BulkScreenUpload>

export const BulkScreenResponse = z
  .object({
    job_id: z.string().meta({ example: 'bulk_01kapd3q8z6w0t9v1n5k7m2xab' }),
    status: z.literal('queued'),
    estimated_completion_seconds: z.int().min(1),
  })
  .meta({ id: 'BulkScreenResponse' })
export type BulkScreenResponse = z.infer<typeof BulkScreenResponse>
