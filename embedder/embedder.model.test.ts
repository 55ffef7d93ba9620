import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Embedder, openEmbedder } from './index.ts'

let embedder: Embedder
beforeAll(async () => {
  embedder = await openEmbedder({ threads: 1 })
})
afterAll(() => embedder.close())

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)

describe('embedder', () => {
  it('gives vectors of 384 numbers and length 1', async () => {
    for (const vector of await embedder.embed(['Led a team of five engineers', '', '🚀'])) {
      expect(vector).toHaveLength(384)
      expect(dot(vector, vector)).toBeCloseTo(1, 5)
    }
  })

  it('places related texts nearer than unrelated ones', async () => {
    const [a, b, c] = await embedder.embed(['wrote Python services', 'Python developer', 'watered the garden'])
    expect(dot(a!, b!)).toBeGreaterThan(dot(a!, c!) + 0.2)
  })
})
