import { integrityCheck } from './integrity/find-integrity-flags.ts'
import { readJob } from './requirements/read-job.ts'
import { type EmbeddedJob, embedJob } from './status/embed.ts'
import { type JobProfile, profileJob } from './status/job-profile.ts'
import { cleanText } from './text/clean-text.ts'
import { detectLanguage } from './text/language.ts'
import { quoter } from './text/quote-span.ts'
import type { Tools } from './tools.ts'
import type { Finding, Requirement } from './types.ts'
import type { JobFacts } from './writer/types.ts'
import { jobFacts } from './writer-facts.ts'

/** A job description read once, whatever the number of resumes. */
export interface PreparedJob {
  /** As the caller sees them: quotes are verbatim from the submitted text. */
  requirements: Requirement[]
  warnings: Finding[]
  profile: JobProfile
  /** What the writer is told of it. */
  facts: JobFacts
  embedded: EmbeddedJob
  /** Looks for manipulation in a resume, copies of this job description among it. */
  findIntegrityFlags: ReturnType<typeof integrityCheck>
}

/** Job descriptions kept per engine: bulk screening evaluates one resume a call against the same few. */
const kept = 16
const memory = new WeakMap<Tools, Map<string, Promise<PreparedJob>>>()

/** Reads a job description, or remembers it. The same text gives the same bytes either way. */
export function prepareJob(text: string, tools: Tools): Promise<PreparedJob> {
  const known = memory.get(tools) ?? new Map<string, Promise<PreparedJob>>()
  memory.set(tools, known)
  const found = known.get(text)
  // Taken out and put back last, so that the first of the map is the one unused for longest.
  known.delete(text)
  const prepared = found ?? read(text, tools)
  known.set(text, prepared)
  if (!found) prepared.catch(() => known.delete(text))
  if (known.size > kept) known.delete(known.keys().next().value!)
  return prepared
}

async function read(text: string, tools: Tools): Promise<PreparedJob> {
  const clean = cleanText(text)
  const quoteOf = quoter(clean)
  const job = readJob(clean.text, tools.finder)
  const profile = profileJob(job, tools)
  return {
    requirements: job.requirements.map((r) => ({ ...r, quote: quoteOf(spanOf(clean.text, r.quote)).quote })),
    warnings: [...clean.warnings, ...job.warnings, ...languageWarning(clean.text)],
    profile,
    facts: jobFacts(profile, tools.titles),
    embedded: await embedJob(profile, tools.embed),
    findIntegrityFlags: integrityCheck(clean.text),
  }
}

function languageWarning(text: string): Finding[] {
  const language = detectLanguage(text)
  return language === 'en' || language === 'und'
    ? []
    : [
        {
          code: 'job_description_not_english',
          message:
            'The job description is not written in English, so that only part of what it asks may have been found.',
        },
      ]
}

const spanOf = (text: string, quote: string): { start: number; end: number } => {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length }
}
