import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Requirement, RequirementStatus } from '@innohire/engine/types.ts'

/** One resume as judged against one job description. */
export interface JudgedPair {
  id: string
  resume: string
  /** 0-100. */
  fit: number
  relevantYears: number | null
  /** The readers' statuses by requirement id; one entry a reader. */
  status: Record<string, RequirementStatus[]>
}

export interface JudgedJob {
  id: string
  set: 'judged_dev' | 'judged_more_dev'
  title: string
  text: string
  requirements: Requirement[]
  pairs: JudgedPair[]
}

const STATUS = { met: 'matched', partial: 'adjacent', unmet: 'missing', unclear: 'unclear' } as const
type Told = keyof typeof STATUS
interface RawJob {
  title: string
  text: string
  requirements: { req_id: string; text: string; kind: 'must' | 'nice'; type: Requirement['type'] }[]
  pairs: Record<
    string,
    { resume_text: string; fit: number; relevant_years: number | null; status: Record<string, Told | Told[]> }
  >
}

/** The job descriptions that readers judged, with their requirements as the readers worded them. */
export function readJudged(data: string): JudgedJob[] {
  return (['judged_dev', 'judged_more_dev'] as const).flatMap((set) => {
    const { jds } = JSON.parse(readFileSync(join(data, 'ranking', `${set}.json`), 'utf8')) as {
      jds: Record<string, RawJob>
    }
    return Object.entries(jds).map(([id, job]) => ({
      id,
      set,
      title: job.title,
      text: job.text,
      requirements: job.requirements.map((r) => ({
        id: r.req_id,
        text: r.text,
        kind: r.kind,
        type: r.type,
        quote: r.text,
      })),
      pairs: Object.entries(job.pairs).map(([pairId, p]) => ({
        id: pairId,
        resume: p.resume_text,
        fit: p.fit,
        relevantYears: p.relevant_years,
        status: Object.fromEntries(
          Object.entries(p.status).map(([r, s]) => [r, [s].flat().map((told) => STATUS[told])]),
        ),
      })),
    }))
  })
}

/** The date at which the readers let open roles end: the latest year that the resume mentions. */
export function latestYear(resume: string): string {
  const years = [...resume.matchAll(/\b(19[89]\d|20[0-2]\d)\b/g)].map((m) => Number(m[1])).filter((y) => y <= 2026)
  return `${years.length > 0 ? Math.max(...years) : 2026}-12-31`
}
