import { readJob } from '../requirements/read-job.ts'
import { readAnswers } from './answers.ts'
import type { ConcernContext, StoryAnswer } from './concerns/types.ts'
import { TranscriptError } from './errors.ts'
import { joinExchanges } from './exchanges.ts'
import { phrasesOf } from './jd-phrases.ts'
import { maskInstructions } from './masking.ts'
import { type PrototypeVectors, readMeanings } from './meanings.ts'
import { type ParsedTranscript, parseTurns } from './parse/turns.ts'
import { settleKinds } from './settle-kinds.ts'
import { assignRoles, type Roles } from './speakers.ts'
import { readStar } from './star.ts'
import { isAllCapitals } from './text/tokens.ts'
import type { TranscriptAnalyzerDeps, TranscriptInput } from './types.ts'

/** Characters (UTF-16 units) that are read of a transcript; the rest is left out with a warning. About 24 hours of speech. */
export const MAX_TRANSCRIPT = 200_000

/** An interview taken apart, before anything of it is judged. */
export interface Interview extends ConcernContext {
  parsed: ParsedTranscript
  roles: Roles
}

/** Takes an interview apart: who speaks, what was asked and answered, what the job asks for, what sentences mean. */
export async function readInterview(
  input: TranscriptInput,
  deps: TranscriptAnalyzerDeps,
  prototypes: PrototypeVectors,
): Promise<Interview> {
  const text = input.transcript.slice(0, MAX_TRANSCRIPT)
  if (!/[\p{L}\p{N}]/u.test(text)) throw new TranscriptError('empty_transcript')

  // Who speaks, and who of them is the candidate.
  const parsed = parseTurns(text)
  const allCapitals = isAllCapitals(text)
  const roles = assignRoles(text, parsed, allCapitals, input.candidate_name)
  if (roles.candidate === undefined) throw new TranscriptError('no_candidate_speech')

  // Orders to the machine are taken out before anything is judged.
  const { turns, instructions } = maskInstructions(roles.turns)

  // What was asked and what was answered.
  const worded = readAnswers(text, joinExchanges(turns), allCapitals)

  // What the job asks for, and what sentences mean.
  const requirements = await readRequirements(input.job_description, deps)
  const meanings = await readMeanings(worded, deps.embed, prototypes, turns, requirements)
  const answers = settleKinds(worded, meanings)
  const stories: StoryAnswer[] = answers
    .filter((answer) => answer.kind === 'behavioural' && answer.speech.tokens.length > 0)
    .map((answer) => ({ answer, star: readStar(answer) }))

  return {
    text,
    parsed,
    roles,
    turns,
    instructions,
    answers,
    stories,
    requirements,
    meanings,
    jobDescription: input.job_description ?? '',
  }
}

/** Characters up to which a job description is taken for a mere list of what is asked. */
const SHORT_JOB_DESCRIPTION = 600

async function readRequirements(
  jobDescription: string | undefined,
  { findSkills, findRequirements }: TranscriptAnalyzerDeps,
): Promise<ConcernContext['requirements']> {
  if (jobDescription === undefined || jobDescription.trim() === '') return []
  // One paragraph is a list already; cutting it at its commas keeps every item.
  if (jobDescription.length <= SHORT_JOB_DESCRIPTION) return phrasesOf(jobDescription)
  const found =
    findRequirements !== undefined
      ? await findRequirements(jobDescription)
      : findSkills === undefined
        ? []
        : readJob(jobDescription, findSkills).requirements
  return found.length > 0 ? found : phrasesOf(jobDescription)
}
