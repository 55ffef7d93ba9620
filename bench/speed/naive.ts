import type { Embedder } from '@innohire/embedder'

/** One resume's place in the naive ranking. */
export interface NaiveMatch {
  /** Of the resume in the list given. */
  index: number
  /** Cosine of the whole resume and the whole job description. */
  similarity: number
}

/**
 * What a first script would do, for comparison of speed: embed the job description and every resume whole, in 256-token
 * chunks, and rank by cosine, best first. It uses the same model and the same worker threads as InnoHire.
 */
export async function naivePipeline(
  embedder: Pick<Embedder, 'embedLong'>,
  jobDescription: string,
  resumes: readonly string[],
): Promise<NaiveMatch[]> {
  const [wanted, ...vectors] = await Promise.all([jobDescription, ...resumes].map((text) => embedder.embedLong(text)))
  return vectors
    .map((vector, index) => ({ index, similarity: dot(vector, wanted!) }))
    .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)
