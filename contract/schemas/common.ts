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
