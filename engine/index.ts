import { evaluate } from './evaluate.ts'
import type { EngineLexicon } from './lexicon/types.ts'
import { readJob } from './requirements/read-job.ts'
import { type AssessInput, assessRequirements } from './status/assess-requirements.ts'
import { cleanText } from './text/clean-text.ts'
import { createTools } from './tools.ts'
import { createTranscriptAnalyzer, type TranscriptAnalysis, type TranscriptInput } from './transcript/index.ts'
import type { Embed, EvaluationInput, EvaluationResult, RequirementResult } from './types.ts'

export type { AssessInput } from './status/assess-requirements.ts'
export * from './transcript/index.ts'
export type * from './types.ts'
export { ENGINE_VERSION } from './version.ts'

export interface Engine {
  /** Evaluates resumes against a job description, best first; `onProgress` hears how many resumes are evaluated so far. */
  evaluate(input: EvaluationInput, onProgress?: (evaluated: number) => void): Promise<EvaluationResult>
  /** Analyses an interview transcript. @throws TranscriptError when nothing of the candidate can be read */
  analyzeTranscript(input: TranscriptInput): Promise<TranscriptAnalysis>
  /** Judges requirements as given, without reading a job description. */
  assessRequirements(input: AssessInput): Promise<RequirementResult[]>
}

/** An engine on a model (as a function) and a compiled lexicon; costs some tens of milliseconds, so make one and keep it. */
export function createEngine(parts: { embed: Embed; lexicon: EngineLexicon }): Engine {
  const tools = createTools(parts)
  const analyzer = createTranscriptAnalyzer({
    embed: tools.embed,
    findSkills: tools.finder,
    findRequirements: (jobDescription) => readJob(cleanText(jobDescription).text, tools.finder).requirements,
  })
  return {
    evaluate: (input, onProgress) => evaluate(input, tools, onProgress),
    analyzeTranscript: (input) => analyzer.analyze(input),
    assessRequirements: (input) => assessRequirements(input, tools),
  }
}
