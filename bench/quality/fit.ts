/**
 * Fits the engine's models to the judged pairs and writes engine/status/*.generated.ts:
 * `node bench/quality/fit.ts --data <folder>`. `npm run bench:quality` measures them by cross-validation.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { STATUSES } from '@innohire/engine/status/decide.ts'
import { FEATURES } from '@innohire/engine/status/features.ts'
import { ROLE_FEATURES } from '@innohire/engine/status/relevant-roles.ts'
import { fitRoles } from './fit-roles.ts'
import { readJudged, readReadings } from './judged.ts'
import { openBench } from './open.ts'
import { careerExamples, fitStatus, statusExamples } from './train.ts'

const bench = openBench()
const jobs = [...readJudged(bench.data), ...readReadings(bench.data)]
const folder = join(import.meta.dirname, '../../engine/status')
const list = (row: readonly number[]): string => `[${row.map((w) => Number(w.toFixed(4))).join(', ')}]`

const status = fitStatus(await statusExamples(jobs, bench.tools))
writeFileSync(
  join(folder, 'status-model.generated.ts'),
  `// Written by bench/quality/fit.ts from judged pairs; inputs: ${FEATURES.join(', ')}.\n/** One row of weights a status, in the order ${STATUSES.join(', ')}. */\nexport const STATUS_MODEL: readonly (readonly number[])[] = [\n${status.map((row) => `  ${list(row)},`).join('\n')}\n]\n`,
)
const role = fitRoles(await careerExamples(jobs, { ...bench.tools, models: { ...bench.tools.models, status } }))
writeFileSync(
  join(folder, 'role-model.generated.ts'),
  `// Written by bench/quality/fit.ts from judged pairs; inputs: ${ROLE_FEATURES.join(', ')}.\n/** Weights of a logistic: a role is relevant when the sum is not negative. */\nexport const ROLE_MODEL: readonly number[] = ${list(role)}\n`,
)
await bench.close()
