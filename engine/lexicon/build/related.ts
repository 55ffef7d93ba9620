import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dot } from '../../meaning/word-vectors.ts'
import { type Draft, keyOf, type LexiconBuilder } from './builder.ts'

/** Cosine of two names from which the model's word is taken; unrelated skills have 0.2. */
const cosineMin = 0.65
/** Related concepts kept for one concept beyond the curated ones. */
const derivedMax = 5

type Triple = [number, number, number]

/** Pairs of aliases/families.txt by place; strength 0 forbids a pair. */
function curated(builder: LexiconBuilder): Map<string, Triple> {
  const pairs = new Map<string, Triple>()
  const file = join(import.meta.dirname, '..', 'aliases', 'families.txt')
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [strength, names] = line.split(': ')
    const places = names!.split(', ').map((name) => {
      const at = builder.indexOf(name)
      if (at === undefined) throw new Error(`families.txt: no concept "${name}"`)
      return at
    })
    for (const a of places)
      for (const b of places) {
        const key = `${a} ${b}`
        // The first line that names a pair decides; stronger lines stand first.
        if (a < b && !pairs.has(key)) pairs.set(key, [a, b, Number(strength)])
      }
  }
  return pairs
}

/** The model reads brand names by their letters (Epic, Epicor), so only what ordinary words say is left to it. */
const isDescriptive = (draft: Draft): boolean => draft.kind === 'knowledge' || draft.kind === 'competence'

/** Alike in their letters only: bookkeeping and housekeeping share an ending and no word. */
function isLookalike(a: string, b: string): boolean {
  const words = new Set(keyOf(a).split(' '))
  if (
    keyOf(b)
      .split(' ')
      .some((w) => words.has(w))
  )
    return false
  return a.slice(-5) === b.slice(-5)
}

/**
 * Adjacent concepts: the curated families, and for concepts that people use (`isUsed`) the nearest names by the embedding
 * model. Pairs of which one implies the other are left out.
 */
export async function relatedConcepts(
  builder: LexiconBuilder,
  implies: readonly [number, number][],
  isUsed: (at: number) => boolean,
  embed: (texts: readonly string[]) => Promise<Float32Array[]>,
): Promise<Triple[]> {
  const pairs = curated(builder)
  const implied = new Set(implies.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const used = builder.drafts.map((_, at) => at).filter((at) => isDescriptive(builder.drafts[at]!) && isUsed(at))
  const vectors = await embed(used.map((at) => builder.drafts[at]!.name))
  const found: Triple[] = []
  for (let i = 0; i < used.length; i++)
    for (let j = i + 1; j < used.length; j++) {
      const a = used[i]!
      const b = used[j]!
      const cosine = dot(vectors[i]!, vectors[j]!)
      if (cosine < cosineMin || isLookalike(builder.drafts[a]!.name, builder.drafts[b]!.name)) continue
      if (pairs.has(`${a} ${b}`) || implied.has(`${a} ${b}`)) continue
      found.push([a, b, Math.round(Math.min(65, 40 + (cosine - cosineMin) * 120))])
    }
  found.sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1])
  const counts = new Map<number, number>()
  for (const triple of found) {
    const [a, b] = triple
    const most = Math.max(counts.get(a) ?? 0, counts.get(b) ?? 0)
    if (most >= derivedMax) continue
    counts.set(a, (counts.get(a) ?? 0) + 1)
    counts.set(b, (counts.get(b) ?? 0) + 1)
    pairs.set(`${a} ${b}`, triple)
  }
  return [...pairs.values()].filter(([, , strength]) => strength > 0).sort((x, y) => x[0] - y[0] || x[1] - y[1])
}
