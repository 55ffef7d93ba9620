import { signedBytes } from '../meaning/signed-bytes.ts'
import { FIELD_MODEL } from './field-model.generated.ts'

/** How much a text speaks for each field of work (IT, nursing, sales ...), in the order of `FIELD_MODEL.fields`. */
export type FieldScores = Float64Array

/** Softens the classifier, which was taught on bare job titles, for the longer texts that it reads here. */
const SHARPNESS = 0.7

const size = FIELD_MODEL.fields.length
const weights = signedBytes(FIELD_MODEL.weights)
const dimension = weights.length / size

/** Scores of one text from its sentence vector: a linear classifier taught on the titles of the lexicon. */
export function fieldScores(vector: Float32Array): FieldScores {
  const scores = new Float64Array(size)
  for (let field = 0; field < size; field++) {
    let sum = 0
    for (let k = 0; k < dimension; k++) sum += weights[field * dimension + k]! * vector[k]!
    scores[field] = sum * FIELD_MODEL.scale + FIELD_MODEL.bias[field]!
  }
  return scores
}

/** Mean of several texts' scores. */
export const meanScores = (all: readonly FieldScores[]): FieldScores =>
  Float64Array.from({ length: size }, (_, k) => all.reduce((sum, s) => sum + s[k]!, 0) / all.length)

/** How far two texts are of the same field, 0-1: overlap of the two distributions over fields. */
export function fieldOverlap(a: FieldScores, b: FieldScores): number {
  const p = distribution(a)
  const q = distribution(b)
  return p.reduce((sum, share, k) => sum + Math.sqrt(share * q[k]!), 0)
}

/** Correlation of two texts' scores, -1 to 1: how alike their nearness to all fields is, not to the first alone. */
export function fieldCorrelation(a: FieldScores, b: FieldScores): number {
  const [x, y] = [centred(a), centred(b)]
  const norm = Math.sqrt(product(x, x) * product(y, y))
  return norm > 0 ? product(x, y) / norm : 0
}

function distribution(scores: FieldScores): Float64Array {
  const top = Math.max(...scores)
  const raised = scores.map((s) => Math.exp(SHARPNESS * (s - top)))
  const total = raised.reduce((a, b) => a + b, 0)
  return raised.map((r) => r / total)
}

function centred(scores: FieldScores): Float64Array {
  const mean = scores.reduce((a, b) => a + b, 0) / size
  return scores.map((s) => s - mean)
}

const product = (a: Float64Array, b: Float64Array): number => a.reduce((sum, v, k) => sum + v * b[k]!, 0)
