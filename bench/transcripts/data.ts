import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InterviewType } from '@innohire/engine/transcript/index.ts'

export type StarName = 'situation' | 'task' | 'action' | 'result'
export type LevelName = 'technical_depth' | 'communication_clarity' | 'problem_solving' | 'overall'

export interface LabelledTranscript {
  id: string
  interview_type: InterviewType
  job_description: string
  transcript: string
  format: string
  gold: {
    answers: {
      kind: string
      star: Record<StarName, number> | null
      question: string
      question_char: number
      followups: string[]
    }[]
    star_completeness_avg: number | null
    levels: Record<LevelName, number>
    concerns: { type: string; quote: string; agreed: boolean }[]
  }
}

/** The labelled interviews of `<data>/transcripts`, or of the folder itself where it has no such part, by file name. */
export function readTranscripts(data: string): LabelledTranscript[] {
  const part = join(data, 'transcripts')
  const folder = existsSync(part) ? part : data
  return readdirSync(folder)
    .filter((name) => /^t?\d+\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LabelledTranscript)
}
