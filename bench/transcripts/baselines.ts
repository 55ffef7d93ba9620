import type { Embed } from '@innohire/engine'
import type { LevelName } from './data.ts'
import { type Judged, LEVEL_NAMES } from './quality.ts'
import { mean, spearman } from './statistics.ts'

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

const LABELS: Record<LevelName, [string, string]> = {
  technical_depth: ['an answer with great technical depth', 'an answer without technical depth'],
  problem_solving: ['an answer that shows excellent problem solving', 'an answer that shows poor problem solving'],
  communication_clarity: ['a clear and well structured answer', 'an unclear and rambling answer'],
  overall: ['an excellent candidate', 'a poor candidate'],
}

/** Spearman of two simple rivals: mean words of a reply, and cosine to a label's wording minus its opposite. */
export async function baselines(judged: readonly Judged[], embed: Embed) {
  const replies = judged.map(({ analysis }) =>
    analysis.answers.flatMap((answer) => answer.replies.map((reply) => reply.quote)),
  )
  const length = replies.map((texts) => mean(texts.map((text) => text.split(/\s+/).length)))
  const vectors = await Promise.all(replies.map((texts) => embed(texts)))
  const rows = {} as Record<LevelName, { length: number; zeroShot: number }>
  for (const name of LEVEL_NAMES) {
    const [good, bad] = (await embed(LABELS[name])) as [Float32Array, Float32Array]
    const gold = judged.map(({ labelled }) => labelled.gold.levels[name])
    const scores = vectors.map((list) => mean(list.map((vector) => dot(vector, good) - dot(vector, bad))))
    rows[name] = { length: spearman(length, gold), zeroShot: spearman(scores, gold) }
  }
  return rows
}
