/**
 * Teaches the classifier of fields of work on the job titles of the lexicon and writes
 * engine/status/field-model.generated.ts: `node bench/quality/fit-fields.ts --data <folder>`. No judged pair goes into it.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadLexicon } from '@innohire/engine/lexicon/load.ts'
import { CAREER_FIELDS, fieldOf } from './career-fields.ts'
import { openBench } from './open.ts'
import { softmax } from './softmax.ts'

/** Titles taken of each occupation, spread over its list: occupations with long lists would drown the others. */
const TITLES_EACH = 10
const PASSES = 12
const BATCH = 64
const L2 = 1e-4
const RATE = 0.05

const { tools, close } = openBench()
const { titles } = loadLexicon()
const rows = titles.groups.flatMap(([code, name], group) => {
  const field = fieldOf(code)
  if (field === undefined) return []
  const sets = titles.sets.filter(([of]) => of === group).map(([, names]) => names.split('|')[0]!)
  const taken = Math.min(sets.length, TITLES_EACH)
  const spread = Array.from({ length: taken }, (_, k) => sets[Math.floor((k * sets.length) / taken)]!)
  return [name, ...spread].map((text) => ({ text, field }))
})
const vectors = await tools.embed(rows.map((r) => r.text))
await close()

const fields = Object.keys(CAREER_FIELDS)
const size = fields.length
const dimension = vectors[0]!.length
// Small fields count for more than their titles, but less than in full: they are rarer at work, too.
const share = fields.map((_, f) => Math.sqrt(rows.length / size / rows.filter((r) => r.field === f).length))
const width = dimension + 1
const w = new Float64Array(size * width)

function scoresOf(vector: Float32Array): number[] {
  return fields.map((_, f) => {
    let sum = w[f * width + dimension]!
    for (let k = 0; k < dimension; k++) sum += w[f * width + k]! * vector[k]!
    return sum
  })
}

/** Fits `w` on the given rows by mini-batches (Adam) in an order that is always the same. */
function teach(order: number[]): void {
  w.fill(0)
  const [first, second] = [new Float64Array(w.length), new Float64Array(w.length)]
  let seed = 1
  let step = 0
  for (let pass = 0; pass < PASSES; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
      const j = seed % (i + 1)
      const kept = order[i]!
      order[i] = order[j]!
      order[j] = kept
    }
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.slice(start, start + BATCH)
      const gradient = w.map((value) => L2 * value)
      for (const i of batch) {
        const { field } = rows[i]!
        softmax(scoresOf(vectors[i]!)).forEach((p, f) => {
          const error = ((p - (f === field ? 1 : 0)) * share[field]!) / batch.length
          for (let k = 0; k < dimension; k++) gradient[f * width + k]! += error * vectors[i]![k]!
          gradient[f * width + dimension]! += error
        })
      }
      step++
      const rate = RATE * (1 - pass / PASSES)
      gradient.forEach((g, k) => {
        first[k] = 0.9 * first[k]! + 0.1 * g
        second[k] = 0.99 * second[k]! + 0.01 * g * g
        w[k]! -= (rate * (first[k]! / (1 - 0.9 ** step))) / (Math.sqrt(second[k]! / (1 - 0.99 ** step)) + 1e-8)
      })
    }
  }
}

const isHeldOut = (i: number): boolean => i % 10 === 3
const all = rows.map((_, i) => i)
teach(all.filter((i) => !isHeldOut(i)))
const asked = all.filter(isHeldOut)
const right = asked.filter((i) => {
  const scores = scoresOf(vectors[i]!)
  return scores.indexOf(Math.max(...scores)) === rows[i]!.field
})
console.log(
  `${rows.length} titles, ${size} fields; right on held-out titles: ${(right.length / asked.length).toFixed(3)}`,
)

teach(all)
const matrix = fields.map((_, f) => w.subarray(f * width, f * width + dimension))
const scale = Math.max(...matrix.map((row) => Math.max(...row.map(Math.abs)))) / 127
const weights = Int8Array.from(matrix.flatMap((row) => [...row].map((v) => Math.round(v / scale))))
const model = {
  fields,
  scale: Number(scale.toPrecision(6)),
  bias: fields.map((_, f) => Number(w[f * width + dimension]!.toFixed(4))),
  weights: Buffer.from(weights.buffer).toString('base64'),
}
writeFileSync(
  join(import.meta.dirname, '../../engine/status/field-model.generated.ts'),
  `// Written by bench/quality/fit-fields.ts from the titles of the lexicon (O*NET and ESCO, see lexicon/NOTICE.md).
/** Linear classifier of sentence vectors: weights (signed bytes, one row a field, base64) times the scale, and a bias a field. */
export const FIELD_MODEL = ${JSON.stringify(model)} as const
`,
)
