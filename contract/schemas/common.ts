import { z } from 'zod'
import { limits } from '../limits.ts'

/** Public ids carry a prefix, one pattern each. */
export const idPatterns = {
  evaluation: /^job_[0-9a-z]{26}$/,
  screening: /^bulk_[0-9a-z]{26}$/,
  api_key: /^key_[0-9a-z]{26}$/,
  workspace: /^ws_[0-9a-z]{26}$/,
  message: /^msg_[0-9A-Z]{26}$/,
  request: /^req_[0-9A-Z]{26}$/,
} as const

export const nonBlank = (what: string) =>
  z.string().refine((text) => text.trim() !== '', { error: `${what} is empty. Send some text.` })

const pageLimit = 'Send a whole number from 1 to 100.'
/** Query of every list: newest first, a page at a time. */
export const PageQuery = z.strictObject({
  limit: z.coerce
    .number({ error: pageLimit })
    .int({ error: pageLimit })
    .min(1, { error: pageLimit })
    .max(100, { error: pageLimit })
    .default(20),
  cursor: z.string().max(512).optional(),
})

/** What a person calls a thing: one line of text. */
export const OneLineName = z
  .string()
  .trim()
  .min(1, { error: 'The name is empty.' })
  .max(100, { error: 'A name has at most 100 characters.' })
  .refine((name) => !/\p{Cc}/u.test(name), { error: 'A name is one line, without control characters.' })

/** A calendar day, YYYY-MM-DD. */
export const Day = z.iso.date({ error: 'Send a day as YYYY-MM-DD.' })

export const CallerId = z
  .string()
  .min(1, { error: 'An id has at least one character; leave it out to get one.' })
  .max(limits.id_characters, { error: `An id has at most ${limits.id_characters} characters.` })

export const Finding = z.object({ code: z.string(), message: z.string() })
export const IntegrityFlag = Finding.extend({ quote: z.string() }).meta({
  id: 'IntegrityFlag',
  description:
    'A sign that a text was made to mislead a machine. Reported, brings no credit, rejects nobody by itself.',
})
