/**
 * Distils the sentence model into vectors of single words: `node bench/quality/build-word-vectors.ts --taxonomies <folder>`
 * (the ESCO and O*NET files named in engine/lexicon/NOTICE.md). Writes engine/lexicon/data/word-vectors.{txt,bin}.
 * Each word is embedded by itself, the mean is taken off and the principal components are kept, as Model2Vec does.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { listModelFiles, openEmbedder } from '@innohire/embedder'
import { WORD_VECTOR_SIZE } from '@innohire/engine/meaning/word-vectors.ts'
import { principalComponents } from './principal-components.ts'

const { values } = parseArgs({ options: { taxonomies: { type: 'string' } } })
if (values.taxonomies === undefined) throw new Error('Say where the taxonomies are: --taxonomies <folder>')
/** Words of the taxonomies below this count are mostly misspellings. */
const MIN_COUNT = 2
const BATCH = 500

const words = [...new Set([...(await modelWords()), ...taxonomyWords(values.taxonomies)])]
const embedder = await openEmbedder({})
const vectors: Float32Array[] = []
for (let at = 0; at < words.length; at += BATCH) vectors.push(...(await embedder.embed(words.slice(at, at + BATCH))))
await embedder.close()

const reduced = principalComponents(vectors, WORD_VECTOR_SIZE)
const scales = new Float32Array(words.length)
const rows = new Int8Array(words.length * WORD_VECTOR_SIZE)
for (const [row, vector] of reduced.entries()) {
  scales[row] = vector.reduce((most, v) => Math.max(most, Math.abs(v)), 0) / 127 || 1
  for (const [k, v] of vector.entries()) rows[row * WORD_VECTOR_SIZE + k] = Math.round(v / scales[row]!)
}
const folder = join(import.meta.dirname, '../../engine/lexicon/data')
writeFileSync(join(folder, 'word-vectors.txt'), `${words.join('\n')}\n`)
writeFileSync(join(folder, 'word-vectors.bin'), Buffer.concat([Buffer.from(scales.buffer), Buffer.from(rows.buffer)]))

/** Whole words of the model's vocabulary; its ids follow their frequency in English. */
async function modelWords(): Promise<string[]> {
  const tokenizer = (await listModelFiles()).find((file) => file.endsWith('tokenizer.json'))
  if (tokenizer === undefined) throw new Error('The embedding model is not installed')
  const { model } = JSON.parse(readFileSync(tokenizer, 'utf8')) as {
    model: { vocab: Record<string, number> }
  }
  return Object.entries(model.vocab)
    .sort((a, b) => a[1] - b[1])
    .flatMap(([word]) => (/^[a-z][a-z0-9]+$/.test(word) ? [word] : []))
}

/** Words of labels, aliases and titles that the vocabulary lacks, in alphabetical order. */
function taxonomyWords(folder: string): string[] {
  const counts = new Map<string, number>()
  for (const path of globSync(
    '{esco/{skills_en_altlabels,occupations_en}.csv,onet/{Alternate Titles,Technology Skills,Tools Used}.txt}',
    { cwd: folder },
  ).sort())
    for (const [word] of readFileSync(join(folder, path), 'utf8')
      .toLowerCase()
      .matchAll(/[a-z][a-z0-9+#]*[a-z0-9+#]/g))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].flatMap(([word, count]) => (count >= MIN_COUNT ? [word] : [])).sort()
}
