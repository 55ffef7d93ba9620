import { wordsOf } from './words.ts'

/** What the build script writes: one row of small integers a word, words in the order of their frequency in English. */
export interface WordVectorData {
  size: number
  words: readonly string[]
  /** `words.length * size` values. */
  values: Int8Array
  /** What one step of a row's values stands for. */
  scales: Float32Array
}

/**
 * Word vectors distilled from the sentence model (each word embedded by itself, principal components kept, words
 * weighted by rarity), so that the meaning of every line of a resume can be compared at almost no cost. The idea and the
 * weighting are Model2Vec's (MinishLab/model2vec). They choose what the sentence model reads; they never decide alone.
 */
export interface WordVectors {
  /** A unit vector for a text, or undefined when none of its words is known. */
  vectorOf(text: string): Float32Array | undefined
  /** The sum behind that vector, for a text that is in words already (see `wordsOf`); sums of parts add up to the whole's. */
  sumOf(words: readonly string[]): Float32Array | undefined
  /** How much a word tells, 0-1: near 0 for "the", 1 for rare and unknown words. */
  rarityOf(word: string): number
}

/** Smoothing of the weight a / (a + p), p the word's share of running English under Zipf's law. */
const SMOOTHING = 1e-4
const ZIPF = Math.log(30_000)

/** Numbers in a word vector: the principal components that keep three quarters of the variance. */
export const WORD_VECTOR_SIZE = 128

/** Word vectors ready for look-up. */
export function createWordVectors(data: WordVectorData): WordVectors {
  const rowOf = new Map(data.words.map((word, row) => [word, row]))
  const weights = Float64Array.from(data.words, (_, row) => SMOOTHING / (SMOOTHING + 1 / ((row + 1) * ZIPF)))
  const find = (word: string): number | undefined =>
    rowOf.get(word) ?? (word.endsWith('s') && word.length > 3 ? rowOf.get(word.slice(0, -1)) : undefined)
  const sumOf = (words: readonly string[]): Float32Array | undefined => {
    const sum = new Float32Array(data.size)
    let known = 0
    for (const word of words) {
      const row = find(word)
      if (row === undefined) continue
      known++
      const factor = weights[row]! * data.scales[row]!
      const from = row * data.size
      for (let k = 0; k < data.size; k++) sum[k]! += factor * data.values[from + k]!
    }
    return known > 0 ? sum : undefined
  }
  return {
    vectorOf: (text) => unitOf([sumOf(wordsOf(text))]),
    sumOf,
    rarityOf: (word) => {
      const row = find(word)
      return row === undefined ? 1 : Math.min(1, Math.log(1 + (row + 1)) / Math.log(30_000))
    },
  }
}

/** The unit vector in the direction of some vectors' sum, or undefined where there is none. */
export function unitOf(vectors: readonly (Float32Array | undefined)[]): Float32Array | undefined {
  let sum: Float32Array | undefined
  for (const vector of vectors) {
    if (!vector) continue
    if (!sum) sum = vector.slice()
    else for (let k = 0; k < sum.length; k++) sum[k]! += vector[k]!
  }
  const length = sum ? Math.sqrt(dot(sum, sum)) : 0
  if (!sum || length < 1e-9) return undefined
  for (let k = 0; k < sum.length; k++) sum[k]! /= length
  return sum
}

/** The inner product of two vectors of one size; of unit vectors, their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}
