/**
 * Fits the status model to the judged pairs and writes engine/status/status-model.generated.ts:
 * `node bench/quality/fit-status.ts --data <folder>`. Prints the accuracy by cross-validation over job descriptions.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { STATUSES } from '@innohire/engine/status/decide.ts'
import { embedJob, embedResume } from '@innohire/engine/status/embed.ts'
import { backgroundOf, FEATURES, featuresOf } from '@innohire/engine/status/features.ts'
import { profileJob } from '@innohire/engine/status/job-profile.ts'
import { viewResume } from '@innohire/engine/status/resume-view.ts'
import { findSignals } from '@innohire/engine/status/signals.ts'
import { cleanText } from '@innohire/engine/text/clean-text.ts'
import type { RequirementType } from '@innohire/engine/types.ts'
import { latestYear, readJudged } from './judged.ts'
import { openBench } from './open.ts'
import { type Example, fitSoftmax, predict } from './softmax.ts'

interface Labelled extends Example {
  job: string
  type: RequirementType
}

const bench = openBench()
const labelled: Labelled[] = []
for (const job of readJudged(bench.data)) {
  const profile = profileJob(
    { title: undefined, requirements: job.requirements, lines: job.requirements.map((r) => r.text) },
    bench.tools,
  )
  const embeddedJob = await embedJob(profile, bench.tools.embed)
  for (const pair of job.pairs) {
    const view = viewResume(cleanText(pair.resume).text, [], { ...bench.tools, as_of: latestYear(pair.resume) })
    const embedded = await embedResume(profile, embeddedJob, view, bench.tools.embed)
    const signals = profile.probes.map((p, i) => findSignals(p, i, view, embedded, bench.tools.finder))
    const background = backgroundOf(signals, embedded.digest)
    for (const [i, probe] of profile.probes.entries()) {
      const told = pair.status[probe.requirement.id] ?? []
      const y = STATUSES.map((s) => told.filter((t) => t === s).length / told.length)
      labelled.push({ x: featuresOf(probe, signals[i]!, background), y, job: job.id, type: probe.requirement.type })
    }
  }
}
const learnt = labelled.filter((l) => l.type === 'skill' || l.type === 'experience' || l.type === 'other')

const jobs = [...new Set(learnt.map((l) => l.job))]
let right = 0
for (let fold = 0; fold < 10; fold++) {
  const held = new Set(jobs.filter((_, i) => i % 10 === fold))
  const weights = fitSoftmax(
    learnt.filter((l) => !held.has(l.job)),
    STATUSES.length,
  )
  for (const l of learnt) {
    if (!held.has(l.job)) continue
    const p = predict(weights, l.x)
    right += l.y[p.indexOf(Math.max(...p))]!
  }
}
console.log(
  `${learnt.length} requirements of skill, experience and other: accuracy ${(right / learnt.length).toFixed(3)} by cross-validation`,
)

const weights = fitSoftmax(learnt, STATUSES.length)
const rows = weights.map((row, c) => `  // ${STATUSES[c]}\n  [${row.map((w) => Number(w.toFixed(4))).join(', ')}],`)
writeFileSync(
  join(import.meta.dirname, '../../engine/status/status-model.generated.ts'),
  `// Written by bench/quality/fit-status.ts from judged pairs; inputs: ${FEATURES.join(', ')}.\n/** One row of weights a status, in the order matched, adjacent, missing, unclear. */\nexport const STATUS_MODEL: readonly (readonly number[])[] = [\n${rows.join('\n')}\n]\n`,
)
await bench.close()
