import type { Models } from '@innohire/engine/status/models.ts'
import type { Tools } from '@innohire/engine/tools.ts'
import { fitRoles } from './fit-roles.ts'
import type { JudgedJob } from './judged.ts'
import { careerExamples, fitStatus, statusExamples } from './train.ts'

const FOLDS = 10

/**
 * For each job description, tools whose models were fitted without it and without those of its fold; `further` ones, of
 * which none is measured, are always fitted to.
 */
export async function heldOutTools(
  jobs: readonly JudgedJob[],
  further: readonly JudgedJob[],
  tools: Tools,
): Promise<Map<string, Tools>> {
  const status = await statusExamples([...jobs, ...further], tools)
  // What the role model learns from `further` is read with a status model that saw none of the measured ones.
  const apart = new Set(further.map((j) => j.id))
  const careersApart =
    further.length > 0
      ? await careerExamples(further, {
          ...tools,
          models: { ...tools.models, status: fitStatus(status.filter((e) => apart.has(e.job))) },
        })
      : []
  const byJob = new Map<string, Tools>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(jobs.filter((_, i) => i % FOLDS === fold).map((j) => j.id))
    const kept = jobs.filter((j) => !held.has(j.id))
    const models: Models = { ...tools.models, status: fitStatus(status.filter((e) => !held.has(e.job))) }
    const role = fitRoles([...(await careerExamples(kept, { ...tools, models })), ...careersApart])
    for (const id of held) byJob.set(id, { ...tools, models: { ...models, role } })
  }
  return byJob
}
