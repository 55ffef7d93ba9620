import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Requirement, RequirementStatus } from '@innohire/engine/types.ts'

/** Whether a dated job counts for the job description: 1 it does, 0 it does not, 0.5 a part of it. */
export interface JudgedRole {
  /** First and last month, `YYYY-MM`; `current` for an open end. */
  from: string
  to: string
  counts: number
}

/** One resume as judged against one job description. */
export interface JudgedPair {
  id: string
  resume: string
  /** 0-100. */
  fit: number
  relevantYears: number | null
  /** The readers' statuses by requirement id; one entry a reader. */
  status: Record<string, RequirementStatus[]>
  /** Words of the resume that the readers quoted, by requirement id. */
  quotes: Record<string, string[]>
  /** Which jobs make up the relevant years, where readers said so. */
  roles?: readonly JudgedRole[]
}

export interface JudgedJob {
  id: string
  set: 'judged_dev' | 'judged_more_dev' | 'readings'
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
    {
      resume_text: string
      fit: number
      relevant_years: number | null
      status: Record<string, Told | Told[]>
      quotes?: Record<string, string | (string | null)[]>
    }
  >
}

const requirementOf = (r: RawJob['requirements'][number]): Requirement => ({
  id: r.req_id,
  text: r.text,
  kind: r.kind,
  type: r.type,
  quote: r.text,
})

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
      requirements: job.requirements.map(requirementOf),
      pairs: Object.entries(job.pairs).map(([pairId, p]) => ({
        id: pairId,
        resume: p.resume_text,
        fit: p.fit,
        relevantYears: p.relevant_years,
        status: Object.fromEntries(
          Object.entries(p.status).map(([r, s]) => [r, [s].flat().map((told) => STATUS[told])]),
        ),
        quotes: Object.fromEntries(
          Object.entries(p.quotes ?? {}).map(([r, q]) => [r, [q].flat().filter((text) => text !== null)]),
        ),
      })),
    }))
  })
}

interface RawReading {
  id: string
  /** Job descriptions written for this purpose carry their text; others stand in the data folder. */
  title?: string
  text?: string
  requirements: RawJob['requirements']
  pairs: Record<
    string,
    { fit: number; relevant_years: number | null; status: Record<string, Told>; roles: [string, string, number][] }
  >
}

/**
 * 95 further job descriptions with eight resumes each, read once after the same rubric (readings.jsonl). They are for
 * fitting only: no figure is measured on them. Their resumes, and most job descriptions, stand in the data folder.
 */
export function readReadings(data: string): JudgedJob[] {
  const rows = (path: string): Record<string, string>[] => parseLines(join(data, path))
  const resumes = new Map<string, string>([
    ...rows('resumes/livecareer_dev.jsonl').map((r) => [`lc_${r.resume_id}`, r.text!] as const),
    ...rows('resumes/it_resumes_dev.jsonl').map((r) => [`it_${r.id}`, r.text!] as const),
  ])
  const jobs = new Map([
    ...rows('job-descriptions/dice_jobs.jsonl').map(
      (j) => [j.id!, { title: j.title!, text: `${j.title}\n\n${j.text}` }] as const,
    ),
    ...rows('job-descriptions/google_jobs.jsonl').map(
      (j) => [j.id!, { title: j.title!, text: sectionsOf(j) }] as const,
    ),
  ])
  return parseLines<RawReading>(join(import.meta.dirname, 'readings.jsonl')).map((reading) => ({
    id: `read_${reading.id}`,
    set: 'readings',
    title: reading.title ?? jobs.get(reading.id)!.title,
    text: reading.text ?? jobs.get(reading.id)!.text,
    requirements: reading.requirements.map(requirementOf),
    pairs: Object.entries(reading.pairs).map(([id, p]) => ({
      id,
      resume: resumes.get(id)!,
      fit: p.fit,
      relevantYears: p.relevant_years,
      status: Object.fromEntries(Object.entries(p.status).map(([r, told]) => [r, [STATUS[told]]])),
      quotes: {},
      roles: p.roles.map(([from, to, counts]) => ({ from, to, counts })),
    })),
  }))
}

const parseLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const sectionsOf = (job: Record<string, string>): string =>
  `${job.title}\n\nResponsibilities:\n${job.responsibilities}\n\nMinimum qualifications:\n${job.minimum_qualifications}\n\nPreferred qualifications:\n${job.preferred_qualifications}`

/** The date at which the readers let open roles end: the latest year that the resume mentions. */
export function latestYear(resume: string): string {
  const years = [...resume.matchAll(/\b(19[89]\d|20[0-2]\d)\b/g)].map((m) => Number(m[1])).filter((y) => y <= 2026)
  return `${years.length > 0 ? Math.max(...years) : 2026}-12-31`
}
