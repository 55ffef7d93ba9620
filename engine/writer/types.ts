import type { Requirement, RequirementResult } from '../types.ts'

/** What the writer knows of the job. */
export interface JobFacts {
  title: string | undefined
  requirements: readonly Requirement[]
  /** Other names of the skill that a requirement asks for, by requirement id, most usual first. */
  aliases: Readonly<Record<string, readonly string[]>>
  /** Other usual names of the job's title, most usual first. */
  titleAliases: readonly string[]
}

/** What the writer knows of the candidate. */
export interface CandidateFacts {
  results: readonly RequirementResult[]
  /** Jobs held, latest first. */
  roles: readonly { title?: string; employer?: string; is_current: boolean }[]
  yearsRelevant: number | null
}

/** Makes the texts of an evaluation; each method returns finished text that holds nothing the facts do not say. */
export interface Writer {
  writeQuestions(job: JobFacts, candidate: CandidateFacts): string[]
  writeBoolean(job: JobFacts): string
  writeOutreach(job: JobFacts, candidate: CandidateFacts): string
}
