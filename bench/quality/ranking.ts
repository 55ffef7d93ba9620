import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate } from '@innohire/engine/evaluate.ts'
import type { Tools } from '@innohire/engine/tools.ts'
import { type Baseline, baselines, corpusOf } from './baselines.ts'
import { bootstrap } from './bootstrap.ts'
import type { Figure } from './experience.ts'
import { latestYear } from './judged.ts'
import { mean, ndcg5, pairwise, spearman } from './ranks.ts'

/** A job description, its resumes, and the grade that each got. */
export interface Pool {
  id: string
  job: string
  resumes: { id: string; text: string; grade: number }[]
  tools: Tools
}

interface Measured {
  spearman: number
  ndcg5: number
  pairwise: number
}
const AIMS = { spearman: 'Spearman', ndcg5: 'nDCG@5', pairwise: 'pairwise accuracy' } as const

/** HR's grades of short job descriptions. */
export function readHrPools(data: string, tools: Tools): Pool[] {
  return readFileSync(join(data, 'ranking/hr_relevance_dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as {
        jd_id: string
        jd_text: string
        candidates: { resume_id: string; relevance_1to7: number; resume_text: string }[]
      }
      return {
        id: row.jd_id,
        job: row.jd_text,
        tools,
        resumes: row.candidates.map((c) => ({ id: c.resume_id, text: c.resume_text, grade: c.relevance_1to7 })),
      }
    })
}

/** Our scores of a pool, in the order of its resumes. */
export async function scorePool(pool: Pool): Promise<number[]> {
  const { candidates } = await evaluate(
    {
      job_description: pool.job,
      as_of: '2026-11-01',
      resumes: pool.resumes.map(({ id, text }, i) => ({ id: `${i} ${id}`, text, as_of: latestYear(text) })),
    },
    pool.tools,
  )
  const byId = new Map(candidates.map((c) => [c.id, c.overall_score]))
  return pool.resumes.map(({ id }, i) => byId.get(`${i} ${id}`)!)
}

const measure = (scores: readonly number[], pool: Pool): Measured => {
  const grades = pool.resumes.map((r) => r.grade)
  return { spearman: spearman(scores, grades), ndcg5: ndcg5(scores, grades), pairwise: pairwise(scores, grades) }
}

/** Mean within-job figures of a set of pools, the baselines beside them. */
export async function benchRanking(
  set: string,
  pools: readonly Pool[],
  aim: string,
): Promise<{ figures: Figure[]; scores: Map<string, number[]> }> {
  const scores = new Map<string, number[]>()
  const ours: Measured[] = []
  for (const pool of pools) {
    const list = await scorePool(pool)
    scores.set(pool.id, list)
    ours.push(measure(list, pool))
  }
  const simple: Record<string, Measured[]> = {}
  for (const [name, baseline] of Object.entries(
    baselines(pools[0]!.tools.embed, corpusOf(pools.flatMap((p) => p.resumes.map((r) => r.text)))),
  ))
    simple[name] = await runBaseline(baseline, pools)
  const figures = (Object.keys(AIMS) as (keyof Measured)[]).map(
    (key): Figure => ({
      figure: AIMS[key],
      set,
      n: pools.length,
      value: mean(ours.map((m) => m[key])),
      ci95: bootstrap(ours, (sample) => mean(sample.map((m) => m[key]))),
      aim: key === 'spearman' ? aim : '',
      baselines: Object.fromEntries(
        Object.entries(simple).map(([name, list]) => [name, mean(list.map((m) => m[key]))]),
      ),
    }),
  )
  return { figures, scores }
}

async function runBaseline(baseline: Baseline, pools: readonly Pool[]): Promise<Measured[]> {
  const out: Measured[] = []
  for (const pool of pools)
    out.push(
      measure(
        await baseline(
          pool.job,
          pool.resumes.map((r) => r.text),
        ),
        pool,
      ),
    )
  return out
}
