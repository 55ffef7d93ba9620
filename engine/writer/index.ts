import { writeBoolean, writeXraySearch } from './boolean.ts'
import { writeOutreach } from './outreach.ts'
import { writeQuestions } from './questions.ts'
import type { Writer } from './types.ts'

export type { CandidateFacts, JobFacts, QuestionDetail, Writer } from './types.ts'

/** The writer that needs no model: every sentence is made from requirements, results and roles. */
export const builtInWriter: Writer = { writeQuestions, writeBoolean, writeXraySearch, writeOutreach }
