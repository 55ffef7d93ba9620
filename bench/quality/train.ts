import type { MonthRange } from '@innohire/engine/experience/months.ts'
import { roleMonths } from '@innohire/engine/experience/relevant-years.ts'
import { readJob } from '@innohire/engine/requirements/read-job.ts'
import type { Role } from '@innohire/engine/resume/types.ts'
import { assess } from '@innohire/engine/status/assess.ts'
import { STATUSES } from '@innohire/engine/status/decide.ts'
import { embedJob, embedResume } from '@innohire/engine/status/embed.ts'
import { backgroundOf, featuresOf } from '@innohire/engine/status/features.ts'
import { profileJob } from '@innohire/engine/status/job-profile.ts'
import type { Models } from '@innohire/engine/status/models.ts'
import { roleFeatures } from '@innohire/engine/status/relevant-roles.ts'
import { type ResumeView, viewResume } from '@innohire/engine/status/resume-view.ts'
import { findSignals } from '@innohire/engine/status/signals.ts'
import { cleanText } from '@innohire/engine/text/clean-text.ts'
import type { Tools } from '@innohire/engine/tools.ts'
import type { CareerExample } from './fit-roles.ts'
import { type JudgedJob, type JudgedPair, latestYear } from './judged.ts'
import { type Example, fitSoftmax } from './softmax.ts'

/** Types whose status the model decides; education, credentials and languages have rules. */
const LEARNT = new Set(['skill', 'experience', 'other'])

export interface StatusExample extends Example {
  job: string
}

const views = new Map<string, ResumeView>()
function viewOf(pair: JudgedPair, tools: Tools): ResumeView {
  const known = views.get(pair.id)
  if (known) return known
  const view = viewResume(cleanText(pair.resume).text, [], { ...tools, as_of: latestYear(pair.resume) })
  views.set(pair.id, view)
  return view
}

/** What the status model learns from: every requirement as the readers worded it, in every resume. */
export async function statusExamples(jobs: readonly JudgedJob[], tools: Tools): Promise<StatusExample[]> {
  const examples: StatusExample[] = []
  for (const job of jobs) {
    const profile = profileJob(
      { title: undefined, requirements: job.requirements, lines: job.requirements.map((r) => r.text) },
      tools,
    )
    const embeddedJob = await embedJob(profile, tools.embed)
    for (const pair of job.pairs) {
      const view = viewOf(pair, tools)
      const embedded = await embedResume(profile, embeddedJob, view, tools.embed)
      const signals = profile.probes.map((p, i) => findSignals(p, i, view, embedded, tools.finder))
      const background = backgroundOf(signals, embedded.digest, view)
      for (const [i, probe] of profile.probes.entries()) {
        const told = pair.status[probe.requirement.id] ?? []
        if (!LEARNT.has(probe.requirement.type) || told.length === 0) continue
        const y = STATUSES.map((s) => told.filter((t) => t === s).length / told.length)
        examples.push({ x: featuresOf(probe, signals[i]!, background, view), y, job: job.id })
      }
    }
  }
  return examples
}

export const fitStatus = (examples: readonly StatusExample[]): Models['status'] =>
  fitSoftmax(examples, STATUSES.length, { l2: 0.02 })

/** What the role model learns from: the dated jobs of every pair for which the readers gave years. */
export async function careerExamples(jobs: readonly JudgedJob[], tools: Tools): Promise<CareerExample[]> {
  const examples: CareerExample[] = []
  for (const job of jobs) {
    const profile = profileJob(readJob(cleanText(job.text).text, tools.finder), tools)
    const embeddedJob = await embedJob(profile, tools.embed)
    for (const pair of job.pairs) {
      const view = viewOf(pair, tools)
      const dated = view.parsed.roles.flatMap((role, index) => {
        const months = roleMonths(role)
        return months && months.last >= months.first ? [{ index, ...months }] : []
      })
      if (dated.length === 0 || (pair.relevantYears === null && !pair.roles)) continue
      const embedded = await embedResume(profile, embeddedJob, view, tools.embed)
      const assessed = assess(profile.probes, view, embedded, tools)
      const features = roleFeatures({ view, job: profile, embeddedJob, embedded, assessed }, tools.titles)
      examples.push({
        job: job.id,
        years: pair.relevantYears ?? undefined,
        counts: dated.map(({ index }) => countOf(view.parsed.roles[index]!, pair)),
        roles: dated.map((d) => features[d.index]!),
        stretches: stretchesOf(dated),
      })
    }
  }
  return examples
}

/** What readers said of the job with these dates. */
function countOf(role: Role, pair: JudgedPair): number | undefined {
  const month = (at: Role['from']): string => (at ? `${at.year}-${String(at.month).padStart(2, '0')}` : '')
  const [from, to] = [month(role.from), role.is_current ? 'current' : month(role.to)]
  return pair.roles?.find((r) => r.from === from && r.to === to)?.counts
}

/** Cuts months at every beginning and end of a job, and says which jobs were held in each piece. */
function stretchesOf(jobs: readonly MonthRange[]): CareerExample['stretches'] {
  const cuts = [...new Set(jobs.flatMap((j) => [j.first, j.last + 1]))].sort((a, b) => a - b)
  return cuts.slice(0, -1).flatMap((from, i) => {
    const roles = jobs.flatMap((j, role) => (j.first <= from && j.last >= cuts[i + 1]! - 1 ? [role] : []))
    return roles.length > 0 ? [{ years: (cuts[i + 1]! - from) / 12, roles }] : []
  })
}
