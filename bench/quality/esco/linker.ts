import type { SkillFinder } from '@innohire/engine/skills/index.ts'
import { nameWords } from '@innohire/engine/skills/names.ts'
import { verbStem } from '@innohire/engine/skills/stem.ts'
import type { Embed } from '@innohire/engine/types.ts'
import { chunksOf } from './chunks.ts'

/**
 * Weights of the ranking, set on the dev halves; the figures move by less than 0.02 when any one of them is halved or
 * doubled.
 */
const weights = {
  /** A label's cosine with the whole sentence, beside its best cosine with a part of it. */
  sentence: 1,
  /** Taken off an alias's cosine: the label itself counts a little more. */
  alias: 0.02,
  /** The lexicon finds the label's concept in the text. */
  mention: 0.2,
  /** The least that such a label's best part is worth: the lexicon knows names that a vector does not ("K8s"). */
  mentionFloor: 0.8,
  /** The label is one of ESCO's transversal skills, which most postings ask for. */
  transversal: 0.08,
  /** Taken off for each label already ranked that rests on the same words, so that five labels cover several skills. */
  repeat: 0.05,
}

export interface EscoSource {
  labels: readonly string[]
  /** Aliases by label; labels without any are left out. */
  aliases: ReadonlyMap<string, readonly string[]>
  transversal: ReadonlySet<string>
}

export interface EscoLinker {
  /** The labels that a sentence or span most likely names, best first. */
  link(texts: readonly string[], k: number): Promise<number[][]>
  /** The plain baseline: labels by the cosine of their vector with the text's. */
  byCosine(texts: readonly string[], k: number): Promise<number[][]>
}

/** Aliases taken of one label; those that only bend or turn words already seen tell a vector nothing new. */
const aliasesMax = 4
const size = 384
/** Labels kept for each part of a sentence. */
const keptPerChunk = 60
const rerankMax = 40

const smallWords = new Set(['of', 'the', 'a', 'an', 'for', 'in', 'on', 'to'])

/** Stems of a name in alphabetical order: the same for "install heat pump" and "heat pumps installing". */
const wordsOf = (name: string): string =>
  nameWords(name)
    .filter((word) => !smallWords.has(word))
    .map(verbStem)
    .sort()
    .join(' ')

interface Candidate {
  label: number
  best: number
  first: number
  last: number
}

/** Embeds labels and aliases once, then ranks labels for texts. */
export async function createEscoLinker(source: EscoSource, finder: SkillFinder, embed: Embed): Promise<EscoLinker> {
  const { labels } = source
  const names = [...labels]
  const owner = labels.map((_, i) => i)
  labels.forEach((label, i) => {
    const seen = new Set([wordsOf(label)])
    for (const alias of source.aliases.get(label) ?? []) {
      if (seen.size > aliasesMax) break
      const words = wordsOf(alias)
      if (seen.has(words)) continue
      seen.add(words)
      names.push(alias)
      owner.push(i)
    }
  })
  const matrix = new Float32Array(names.length * size)
  for (const [i, vector] of (await embed(names)).entries()) matrix.set(vector, i * size)

  const byConcept = new Map<string, number[]>()
  labels.forEach((label, i) => {
    const concept = finder.resolve(label.replace(/ \([^()]*\)$/, ''))
    if (concept !== undefined) byConcept.set(concept.id, [...(byConcept.get(concept.id) ?? []), i])
  })
  const isTransversal = labels.map((label) => source.transversal.has(label))

  /** Cosines of one vector with every name. */
  const cosines = (vector: Float32Array, until: number): Float32Array => {
    const out = new Float32Array(until)
    for (let i = 0, at = 0; i < until; i++, at += size) {
      // Four sums, so that one addition need not wait for the last.
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let j = 0; j < size; j += 4) {
        a += vector[j]! * matrix[at + j]!
        b += vector[j + 1]! * matrix[at + j + 1]!
        c += vector[j + 2]! * matrix[at + j + 2]!
        d += vector[j + 3]! * matrix[at + j + 3]!
      }
      out[i] = a + b + c + d
    }
    return out
  }

  /** Candidates of one text: the nearest labels of each of its parts, with the part they rest on. */
  const candidatesOf = (parts: { first: number; last: number; vector: Float32Array }[]): Map<number, Candidate> => {
    const found = new Map<number, Candidate>()
    for (const { first, last, vector } of parts) {
      const scores = cosines(vector, names.length)
      for (let i = labels.length; i < names.length; i++) scores[i]! -= weights.alias
      for (const i of topOf(scores, keptPerChunk)) {
        const label = owner[i]!
        const present = found.get(label)
        if (present === undefined || scores[i]! > present.best)
          found.set(label, { label, best: scores[i]!, first, last })
      }
    }
    return found
  }

  return {
    async link(texts, k) {
      const chunks = texts.map(chunksOf)
      const whole = await embed(texts)
      const vectors = new Map<string, Float32Array>()
      const parts = [...new Set(chunks.flat().map((c) => c.text))]
      for (const [i, vector] of (await embed(parts)).entries()) vectors.set(parts[i]!, vector)
      return texts.map((text, t) => {
        const found = candidatesOf([
          ...chunks[t]!.map(({ text: part, first, last }) => ({ first, last, vector: vectors.get(part)! })),
        ])
        const mentioned = new Set(finder.find(text).flatMap((m) => byConcept.get(m.concept.id) ?? []))
        const sentence = cosines(whole[t]!, labels.length)
        for (const label of mentioned) {
          const present = found.get(label) ?? { label, best: 0, first: 0, last: 0 }
          found.set(label, { ...present, best: Math.max(present.best, weights.mentionFloor) })
        }
        const scored = [...found.values()]
          .map((c) => ({
            ...c,
            score:
              weights.sentence * sentence[c.label]! +
              c.best +
              (mentioned.has(c.label) ? weights.mention : 0) +
              (isTransversal[c.label] ? weights.transversal : 0),
          }))
          .sort((a, b) => b.score - a.score || a.label - b.label)
        return spread(scored.slice(0, rerankMax), k).map((c) => c.label)
      })
    },
    async byCosine(texts, k) {
      return (await embed(texts)).map((vector) => topOf(cosines(vector, labels.length), k))
    },
  }
}

/** Picks `k` one after the other, each time less inclined to what rests on words already used. */
function spread<T extends { first: number; last: number; score: number }>(scored: T[], k: number): T[] {
  const picked: T[] = []
  const left = [...scored]
  while (picked.length < k && left.length > 0) {
    let best = 0
    let bestScore = Number.NEGATIVE_INFINITY
    left.forEach((c, i) => {
      const repeats = picked.filter((p) => p.first < c.last && c.first < p.last).length
      const score = c.score - weights.repeat * repeats
      if (score > bestScore) {
        bestScore = score
        best = i
      }
    })
    picked.push(...left.splice(best, 1))
  }
  return picked
}

/** Places of the `k` highest scores, highest first, ties by place. */
function topOf(scores: Float32Array, k: number): number[] {
  let kept: number[] = []
  let least = Number.NEGATIVE_INFINITY
  const order = (a: number, b: number): number => scores[b]! - scores[a]! || a - b
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! <= least) continue
    kept.push(i)
    if (kept.length < k * 4) continue
    kept = kept.sort(order).slice(0, k)
    least = scores[kept.at(-1)!]!
  }
  return kept.sort(order).slice(0, k)
}
