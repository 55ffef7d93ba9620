/**
 * Fits which roles count as relevant and writes engine/status/role-model.generated.ts:
 * `node bench/quality/fit-roles.ts --data <folder>`. Readers gave years for a pair, not for a role: a role is taken as
 * relevant when it belongs to the set of roles whose months come nearest to their years. Run after fit-status.ts.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unionMonths } from '@innohire/engine/experience/months.ts'
import { roleMonths } from '@innohire/engine/experience/relevant-years.ts'
import { readJob } from '@innohire/engine/requirements/read-job.ts'
import { assess } from '@innohire/engine/status/assess.ts'
import { embedJob, embedResume } from '@innohire/engine/status/embed.ts'
import { profileJob } from '@innohire/engine/status/job-profile.ts'
import { ROLE_FEATURES, roleFeatures } from '@innohire/engine/status/relevant-roles.ts'
import { viewResume } from '@innohire/engine/status/resume-view.ts'
import { cleanText } from '@innohire/engine/text/clean-text.ts'
import { latestYear, readJudged } from './judged.ts'
import { openBench } from './open.ts'
import { type Example, fitSoftmax, predict } from './softmax.ts'

/** More dated roles than this are not all tried in the search for the best set. */
const MAX_ROLES = 12
/** How much a likelier role is preferred among sets whose years are as near, in years. */
const PREFERENCE = 0.02

interface Role extends Example {
  job: string
  pair: number
  role: number
  years: number
}
const bench = openBench()
const roles: Role[] = []
const pairs: { months: ({ first: number; last: number } | undefined)[]; years: number }[] = []
for (const job of readJudged(bench.data)) {
  const profile = profileJob(readJob(cleanText(job.text).text, bench.tools.finder), bench.tools)
  const embeddedJob = await embedJob(profile, bench.tools.embed)
  for (const pair of job.pairs) {
    if (pair.relevantYears === null) continue
    const view = viewResume(cleanText(pair.resume).text, [], { ...bench.tools, as_of: latestYear(pair.resume) })
    const embedded = await embedResume(profile, embeddedJob, view, bench.tools.embed)
    const assessed = assess(profile.probes, view, embedded, bench.tools)
    const features = roleFeatures(view, profile, assessed, embedded.digest, bench.tools)
    const months = view.parsed.roles.map(roleMonths)
    const dated = months.flatMap((m, i) => (m ? [i] : [])).slice(0, MAX_ROLES)
    const relevant = nearestSet(dated, months, features, pair.relevantYears)
    pairs.push({ months, years: pair.relevantYears })
    for (const role of dated)
      roles.push({
        job: job.id,
        pair: pairs.length - 1,
        role,
        years: (months[role]!.last - months[role]!.first + 1) / 12,
        x: features[role]!,
        y: relevant.has(role) ? [1, 0] : [0, 1],
      })
  }
}

function nearestSet(
  dated: number[],
  months: readonly ({ first: number; last: number } | undefined)[],
  features: number[][],
  years: number,
): Set<number> {
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
const fit = (of: readonly Role[]): number[] => {
  const repeated = of.flatMap((r) => new Array<Role>(Math.max(1, Math.min(6, Math.round(r.years)))).fill(r))
  const [yes, no] = fitSoftmax(repeated, 2, { l2: 0.03, steps: 250 })
  return yes!.map((w, i) => w - no![i]!)
}

const jobs = [...new Set(roles.map((r) => r.job))]
const taken = new Map<number, number[]>()
for (let fold = 0; fold < 15; fold++) {
  const held = new Set(jobs.filter((_, i) => i % 15 === fold))
  const weights = fit(roles.filter((r) => !held.has(r.job)))
  for (const r of roles)
    if (held.has(r.job) && predict([weights, weights.map(() => 0)], r.x)[0]! >= 0.5)
      taken.set(r.pair, [...(taken.get(r.pair) ?? []), r.role])
}
const errors = pairs
  .filter((p) => p.months.some(Boolean))
  .map((p) => Math.abs(unionMonths((taken.get(pairs.indexOf(p)) ?? []).map((i) => p.months[i]!)) / 12 - p.years))
console.log(
  `${errors.length} dated pairs: mean error ${(errors.reduce((a, b) => a + b, 0) / errors.length).toFixed(2)} years, ` +
    `${((100 * errors.filter((e) => e <= 1).length) / errors.length).toFixed(0)}% within one, by cross-validation`,
)
writeFileSync(
  join(import.meta.dirname, '../../engine/status/role-model.generated.ts'),
  `// Written by bench/quality/fit-roles.ts from judged pairs; inputs: ${ROLE_FEATURES.join(', ')}.\n/** Weights of a logistic: a role is relevant when the sum is not negative. */\nexport const ROLE_MODEL: readonly number[] = [${fit(
    roles,
  )
    .map((w) => Number(w.toFixed(4)))
    .join(', ')}]\n`,
)
await bench.close()
