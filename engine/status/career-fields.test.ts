import { describe, expect, it } from 'vitest'
import { fieldCorrelation, fieldOverlap, fieldScores, meanScores } from './career-fields.ts'
import { FIELD_MODEL } from './field-model.generated.ts'

const unit = (at: number): Float32Array => {
  const vector = new Float32Array(384)
  vector[at] = 1
  return vector
}

describe('fields of work', () => {
  it('give one score a field, the same for the same vector', () => {
    expect(fieldScores(unit(3))).toHaveLength(FIELD_MODEL.fields.length)
    expect(fieldScores(unit(3))).toEqual(fieldScores(unit(3)))
  })

  it('overlap and correlate in full with themselves and less with another text, in either order', () => {
    const [a, b] = [fieldScores(unit(3)), fieldScores(unit(200))]
    expect(fieldOverlap(a, a)).toBeCloseTo(1, 10)
    expect(fieldCorrelation(a, a)).toBeCloseTo(1, 10)
    expect(fieldOverlap(a, b)).toBeLessThan(1)
    expect(fieldOverlap(a, b)).toBeCloseTo(fieldOverlap(b, a), 12)
    expect(fieldCorrelation(a, b)).toBeCloseTo(fieldCorrelation(b, a), 12)
  })

  it('of several texts are the mean of their scores', () => {
    const [a, b] = [fieldScores(unit(3)), fieldScores(unit(200))]
    expect(meanScores([a, b])[0]).toBeCloseTo((a[0]! + b[0]!) / 2, 12)
  })
})
