/**
 * `npm run bench:quality -- --data <folder>`: every quality figure of the engine beside simple baselines, with 95%
 * bootstrap intervals. Models are measured on job descriptions that they were not fitted to. Writes RESULTS.md;
 * `--worst` also prints the thirty pairs that are graded worst.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { heldOutTools } from './cross-validate.ts'
import { benchEscoLinking } from './esco-linking.ts'
import { benchEvidence } from './evidence.ts'
import { benchExperience, type Figure } from './experience.ts'
import { benchExtraction } from './extraction.ts'
import { type JudgedJob, readJudged, readReadings } from './judged.ts'
import { benchLayout } from './layout.ts'
import { benchLines } from './lines.ts'
import { openBench } from './open.ts'
import { benchRanking, type Pool, readHrPools } from './ranking.ts'
import { partialSpearman } from './ranks.ts'
import { benchDeterminism, benchRobustness } from './robustness.ts'
import { benchSkillspan } from './skillspan.ts'
import { benchStatus } from './status.ts'
import { renderTable } from './table.ts'
import { benchRelevantYears } from './years.ts'

const bench = openBench()
const jobs = readJudged(bench.data)
const byJob = await heldOutTools(jobs, readReadings(bench.data), bench.tools)
const toolsOf = (job: string) => byJob.get(job)!
const figures: Figure[] = []
const add = (...more: Figure[]): void => {
  for (const f of more)
    console.log(
      `${f.figure} | ${f.set} | ${f.value.toFixed(3)} ${f.ci95 ? `[${f.ci95.map((v) => v.toFixed(2)).join(', ')}]` : ''} ${f.aim}`,
    )
  figures.push(...more)
  // After each section, so that a run that is cut short leaves what it measured.
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), renderTable(figures))
}

const poolOf = (job: JudgedJob): Pool => ({
  id: job.id,
  job: job.text,
  tools: toolsOf(job.id),
  resumes: job.pairs.map((p) => ({ id: p.id, text: p.resume, grade: p.fit })),
})
const judged = await benchRanking('judged_dev + judged_more_dev', jobs.map(poolOf), '>= 0.85')
add(...judged.figures)
for (const set of ['judged_dev', 'judged_more_dev'] as const)
  add(...(await benchRanking(set, jobs.filter((j) => j.set === set).map(poolOf), '')).figures.slice(0, 1))
const hrPools = readHrPools(bench.data, bench.tools)
const hr = await benchRanking('hr_relevance_dev', hrPools, '>= 0.40')
add(...hr.figures, lengthBias(hrPools, hr.scores))
for (const set of ['judged_dev', 'judged_more_dev'] as const)
  add(
    ...(await benchStatus(
      set,
      jobs.filter((j) => j.set === set),
      toolsOf,
      set === 'judged_dev' ? '>= 0.80' : '',
    )),
  )
add(...(await benchEvidence(jobs, toolsOf)))
add(...(await benchExtraction('judged', jobs, bench.tools)))
for (const set of ['judged_dev', 'judged_more_dev'] as const)
  add(
    ...(await benchRelevantYears(
      set,
      jobs.filter((j) => j.set === set),
      toolsOf,
    )),
  )
add(...benchExperience({ data: bench.data }).figures, ...benchSkillspan({ data: bench.data }))
add(...(await benchLines(jobs, toolsOf)))
add(await benchDeterminism(jobs, bench.tools), ...(await benchRobustness(jobs, bench.tools)))
add(...(await benchLayout(jobs, bench.tools)))
// Last, because it embeds some 30,000 labels the first time.
add(...(await benchEscoLinking({ data: bench.data, embed: bench.tools.embed })))

if (process.argv.includes('--worst')) printWorst()
await bench.close()

/** What of a score goes with length alone once HR's grade is held constant. */
function lengthBias(pools: readonly Pool[], scores: Map<string, number[]>): Figure {
  const rows = pools.flatMap((p) =>
    p.resumes.map((r, i) => ({ score: scores.get(p.id)![i]!, length: r.text.length, grade: r.grade })),
  )
  const value = partialSpearman(
    rows.map((r) => r.score),
    rows.map((r) => r.length),
    rows.map((r) => r.grade),
  )
  return {
    figure: 'partial correlation of score with length',
    set: 'hr_relevance_dev',
    n: rows.length,
    value,
    aim: 'near 0',
    baselines: {},
  }
}

function printWorst(): void {
  const rows = jobs.flatMap((job) =>
    job.pairs.map((p, i) => ({ job: job.title, pair: p.id, grade: p.fit, score: judged.scores.get(job.id)![i]! })),
  )
  rows.sort((a, b) => Math.abs(b.score - b.grade) - Math.abs(a.score - a.grade))
  for (const r of rows.slice(0, 30))
    console.log(`${r.job.slice(0, 50)} | ${r.pair} | readers ${r.grade}, ours ${r.score}`)
}
