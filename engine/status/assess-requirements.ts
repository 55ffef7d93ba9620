import { cleanText } from '../text/clean-text.ts'
import { quoter } from '../text/quote-span.ts'
import type { Tools } from '../tools.ts'
import type { Requirement, RequirementResult } from '../types.ts'
import { assess } from './assess.ts'
import { embedJob, embedResume } from './embed.ts'
import { profileJob } from './job-profile.ts'
import { resultOf } from './requirement-result.ts'
import { viewResume } from './resume-view.ts'

/** Requirements as given, and one resume to judge them by. */
export interface AssessInput {
  requirements: readonly Requirement[]
  resume_text: string
  /** YYYY-MM-DD at which open roles end. */
  as_of: string
}

/** Judges requirements as given for one resume: the part of an evaluation after the job description was read. */
export async function assessRequirements(input: AssessInput, tools: Tools): Promise<RequirementResult[]> {
  const profile = profileJob(
    { title: undefined, requirements: input.requirements, lines: input.requirements.map((r) => r.text) },
    tools,
  )
  const clean = cleanText(input.resume_text)
  const view = viewResume(clean.text, [], { ...tools, as_of: input.as_of })
  const embedded = await embedResume(profile, await embedJob(profile, tools.embed), view, tools.embed)
  const quote = quoter(clean)
  return assess(profile.probes, view, embedded, tools).map((a) => resultOf(a, view, quote))
}
