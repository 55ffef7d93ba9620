import { expect, it } from 'vitest'
import { naivePipeline } from './naive.ts'

it('the naive pipeline embeds every text whole and ranks by cosine, ties by place', async () => {
  const vectors: Record<string, number[]> = { job: [1, 0], far: [0, 1], near: [0.8, 0.6] }
  const embedded: string[] = []
  const embedLong = async (text: string) => {
    embedded.push(text)
    return Float32Array.from(vectors[text]!)
  }
  const ranking = await naivePipeline({ embedLong }, 'job', ['far', 'near', 'job', 'near'])
  expect(ranking.map((match) => match.index)).toEqual([2, 1, 3, 0])
  expect(ranking[1]!.similarity).toBeCloseTo(0.8, 6)
  expect(embedded.sort()).toEqual(['far', 'job', 'job', 'near', 'near'])
})
