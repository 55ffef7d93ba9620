import type { SkillConcept } from '../skills/types.ts'
import type { Requirement, RequirementResult } from '../types.ts'

/** What the writer knows of the job. */
export interface JobFacts {
  title: string | undefined
  requirements: readonly Requirement[]
  /** Other names of the skill that a requirement asks for, by requirement id, most usual first. */
  aliases: Readonly<Record<string, readonly string[]>>
  /** What kind of thing the named skill is, by requirement id; absent where the text is no lexicon name. */
  kinds: Readonly<Record<string, SkillConcept['kind']>>
  /** How telling the named skill is, 0-1, by requirement id; rare names are near 1. */
  specificity?: Readonly<Record<string, number>>
  /** Other usual names of the job's title, most usual first. */
  titleAliases: readonly string[]
}

/** What the writer knows of the candidate. */
export interface CandidateFacts {
  results: readonly RequirementResult[]
  /** Jobs held, latest first. */
  roles: readonly { title?: string; is_known_title: boolean; is_current: boolean }[]
  yearsRelevant: number | null
  /** What the resume says the person did; absent where only the results are known. */
  deeds?: readonly Deed[]
}

/** One thing that the resume says the person did. */
export interface Deed {
  /** A few words of the resume, verbatim, that can be said back to the person. */
  quote: string
  /** The whole line that the quote opens. */
  sentence: string
  /** The quote holds a number: it can be asked how it was counted. */
  has_figure: boolean
}

export type QuestionType = 'behavioural' | 'situational' | 'technical' | 'clarification'

/** One question with what an interviewer needs to ask it well and to judge the answer the same way for everyone. */
export interface QuestionDetail {
  question: string
  /** What the answer shows. */
  competency: string
  type: QuestionType
  /** `core` is the same for all candidates of the job; the others are for this candidate. */
  scope: 'core' | 'candidate'
  /** The words of the job description or of the resume that the question comes from. */
  why_asked: string
  /** Two follow-ups. */
  probes: string[]
  /** What a weak, a sound and an excellent answer hold, on a scale of 1 to 5. */
  anchors: { '1': string; '3': string; '5': string }
}

/** Makes the texts of an evaluation; each method returns finished text that holds nothing the facts do not say. */
export interface Writer {
  writeQuestions(job: JobFacts, candidate: CandidateFacts): QuestionDetail[]
  /** For LinkedIn Recruiter; empty where the job description names nothing to search for. */
  writeBoolean(job: JobFacts): string
  /** For a web search engine, over public LinkedIn profiles. */
  writeXraySearch(job: JobFacts): string
  writeOutreach(job: JobFacts, candidate: CandidateFacts): { subject: string; message: string }
}
