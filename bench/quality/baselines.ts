import { dot } from '@innohire/engine/meaning/word-vectors.ts'
import type { Embed } from '@innohire/engine/types.ts'

/** Scores of a pool of resumes by a simple method. */
export type Baseline = (job: string, resumes: readonly string[]) => Promise<number[]>

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []

function counts(list: readonly string[]): Map<string, number> {
  const out = new Map<string, number>()
  for (const w of list) out.set(w, (out.get(w) ?? 0) + 1)
  return out
}

/** In how many texts each word stands. */
function documentFrequency(pool: readonly Map<string, number>[]): Map<string, number> {
  const out = new Map<string, number>()
  for (const doc of pool) for (const w of doc.keys()) out.set(w, (out.get(w) ?? 0) + 1)
  return out
}

/** Document frequencies of all resumes of a set, so that a pool of nine does not make its own statistics. */
export function corpusOf(texts: readonly string[]): { df: Map<string, number>; size: number } {
  const docs = [...new Set(texts)].map((t) => counts(words(t)))
  return { df: documentFrequency(docs), size: docs.length }
}
type Corpus = ReturnType<typeof corpusOf>

/** Okapi BM25 (k1 1.2, b 0.75), the job description as the query. */
const bm25 =
  ({ df, size }: Corpus): Baseline =>
  async (job, resumes) => {
    const docs = resumes.map((r) => counts(words(r)))
    const sizes = resumes.map((r) => words(r).length)
    const average = sizes.reduce((a, b) => a + b, 0) / sizes.length
    const query = new Set(words(job))
    return docs.map((doc, i) => {
      let score = 0
      for (const w of query) {
        const tf = doc.get(w)
        if (!tf) continue
        const idf = Math.log(1 + (size - df.get(w)! + 0.5) / (df.get(w)! + 0.5))
        score += (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * sizes[i]!) / average))
      }
      return score
    })
  }

const tfidf =
  ({ df, size: all }: Corpus): Baseline =>
  async (job, resumes) => {
    const docs = [job, ...resumes].map((t) => counts(words(t)))
    const vectors = docs.map((doc) => {
      const v = new Map(
        [...doc].map(([w, n]) => [w, (1 + Math.log(n)) * Math.log((1 + all) / (1 + (df.get(w) ?? 0)))] as const),
      )
      const size = Math.sqrt([...v.values()].reduce((s, x) => s + x * x, 0)) || 1
      return new Map([...v].map(([w, x]) => [w, x / size] as const))
    })
    const [query, ...rest] = vectors
    return rest.map((v) => [...query!].reduce((s, [w, x]) => s + x * (v.get(w) ?? 0), 0))
  }

/** Cosine of the mean vectors of the whole texts, in chunks of 150 words (under the model's 256 tokens). */
const wholeText =
  (embed: Embed): Baseline =>
  async (job, resumes) => {
    const vectorOf = async (text: string): Promise<Float32Array> => {
      const all = text.split(/\s+/).filter((w) => w !== '')
      const chunks = Array.from({ length: Math.max(1, Math.ceil(all.length / 150)) }, (_, i) =>
        all.slice(i * 150, i * 150 + 150).join(' '),
      )
      const sum = new Float32Array(384)
      for (const v of await embed(chunks)) for (let k = 0; k < 384; k++) sum[k]! += v[k]!
      const size = Math.sqrt(dot(sum, sum)) || 1
      return sum.map((v) => v / size)
    }
    const query = await vectorOf(job)
    return Promise.all(resumes.map(async (r) => dot(query, await vectorOf(r))))
  }

export const baselines = (embed: Embed, corpus: Corpus): Record<string, Baseline> => ({
  BM25: bm25(corpus),
  'TF-IDF': tfidf(corpus),
  'whole-text MiniLM': wholeText(embed),
  'resume length': async (_, resumes) => resumes.map((r) => r.length),
})
