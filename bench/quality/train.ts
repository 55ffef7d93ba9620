import { unionMonths } from '@innohire/engine/experience/months.ts'
import { roleMonths } from '@innohire/engine/experience/relevant-years.ts'
import { readJob } from '@innohire/engine/requirements/read-job.ts'
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
import { type JudgedJob, type JudgedPair, latestYear } from './judged.ts'
import { type Example, fitSoftmax } from './softmax.ts'

/** Types whose status the model decides; education, credentials and languages have rules. */
const LEARNT = new Set(['skill', 'experience', 'other'])
/** More dated roles than this are not all tried in the search for the best set. */
const MAX_ROLES = 12
/** How much a likelier role is preferred among sets whose years are as near, in years. */
const PREFERENCE = 0.02

export interface StatusExample extends Example {
  job: string
}
export interface RoleExample extends Example {
  job: string
  years: number
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
      const background = backgroundOf(signals, embedded.digest)
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

/**
 * What the role model learns from. Readers gave years for a pair, not for a role: a role is taken as relevant when it
 * belongs to the set of roles whose months come nearest to their years.
 */
export async function roleExamples(jobs: readonly JudgedJob[], tools: Tools): Promise<RoleExample[]> {
  const examples: RoleExample[] = []
  for (const job of jobs) {
    const profile = profileJob(readJob(cleanText(job.text).text, tools.finder), tools)
    const embeddedJob = await embedJob(profile, tools.embed)
    for (const pair of job.pairs) {
      if (pair.relevantYears === null) continue
      const view = viewOf(pair, tools)
      const embedded = await embedResume(profile, embeddedJob, view, tools.embed)
      const assessed = assess(profile.probes, view, embedded, tools)
      const features = roleFeatures(view, profile, assessed, embedded.digest, tools)
      const months = view.parsed.roles.map(roleMonths)
      const dated = months.flatMap((m, i) => (m ? [i] : [])).slice(0, MAX_ROLES)
      const relevant = nearestSet(dated, months, features, pair.relevantYears)
      for (const role of dated)
        examples.push({
          job: job.id,
          years: (months[role]!.last - months[role]!.first + 1) / 12,
          x: features[role]!,
          y: relevant.has(role) ? [1, 0] : [0, 1],
        })
    }
  }
  return examples
}

type Months = { first: number; last: number } | undefined

function nearestSet(dated: number[], months: readonly Months[], features: number[][], years: number): Set<number> {
  let best: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (let bits = 0; bits < 1 << dated.length; bits++) {
    const set = dated.filter((_, k) => (bits >> k) & 1)
    const likeliness = set.reduce((sum, i) => sum + features[i]![1]! + features[i]![3]! - 0.7, 0)
    const miss = Math.abs(unionMonths(set.map((i) => months[i]!)) / 12 - years) - PREFERENCE * likeliness
    if (miss < least) {
      least = miss
      best = set
    }
  }
  return new Set(best)
}

/** Long roles weigh more: a wrong one costs more years. */
export function fitRoles(examples: readonly RoleExample[]): Models['role'] {
  const repeated = examples.flatMap((r) =>
    new Array<RoleExample>(Math.max(1, Math.min(6, Math.round(r.years)))).fill(r),
  )
  const [yes, no] = fitSoftmax(repeated, 2, { l2: 0.03, steps: 250 })
  return yes!.map((w, i) => w - no![i]!)
}
