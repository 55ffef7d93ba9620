import { expect, it } from 'vitest'
import { logistic, ridge, ridgeOf, sumsOf } from './linear.ts'

const rows = [
  { x: Float32Array.of(1, 0, 1), y: [2, 0], weight: 1 },
  { x: Float32Array.of(0, 1, 1), y: [-1, 1], weight: 1 },
  { x: Float32Array.of(1, 1, 1), y: [1, 1], weight: 1 },
  { x: Float32Array.of(2, 1, 1), y: [3, 1], weight: 2 },
]

it('ridge with hardly a penalty finds the plane that the rows lie on', () => {
  const [first, second] = ridge(rows, 1e-9)
  for (const [i, value] of [2, -1, 0].entries()) expect(first![i]).toBeCloseTo(value, 4)
  for (const [i, value] of [0, 1, 0].entries()) expect(second![i]).toBeCloseTo(value, 4)
})

it('sums of folds give the same fit as all rows at once', () => {
  const whole = ridge(rows, 0.5)
  const parts = ridgeOf([sumsOf(rows.slice(0, 2), 3, 2), sumsOf(rows.slice(2), 3, 2)], 0.5)
  for (const [t, column] of whole.entries())
    for (const [i, value] of column.entries()) expect(parts[t]![i]).toBeCloseTo(value, 10)
})

it('logistic weights stay at their priors without examples and move to the data with many', () => {
  const prior = [-1, 2]
  const examples = Array.from({ length: 400 }, (_, i) => ({ x: [1, i % 2], y: i % 2 === 0 ? 1 : 0, weight: 1 }))
  const [, held] = logistic(examples.slice(0, 2), prior, 1000)
  const [, moved] = logistic(examples, prior, 1)
  expect(held).toBeCloseTo(2, 1)
  expect(moved).toBeLessThan(-2)
})
