/**
 * Compiles the lexicon: `node engine/lexicon/build.ts --input <folder>`. The folder holds `skills/esco_labels.txt`,
 * `taxonomies/esco/*.csv` and `taxonomies/onet/*.txt` (see NOTICE.md), and `resumes/` and `job-descriptions/` (JSON lines),
 * from which counts are taken. Writes data/*.json.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedder } from '@innohire/embedder'
import { createSkillFinder } from '../skills/index.ts'
import { autoRules } from './build/auto-rules.ts'
import { LexiconBuilder } from './build/builder.ts'
import { caseCounts, documentFrequencies, readCorpus, specificityOf } from './build/corpus.ts'
import { addEsco } from './build/esco.ts'
import { addHandWritten, aliasFiles, readRules, readSuites } from './build/hand-written.ts'
import { addLinguist } from './build/linguist.ts'
import { addOnet } from './build/onet.ts'
import { relatedConcepts } from './build/related.ts'
import { buildTitles } from './build/titles.ts'
import type { Lexicon } from './types.ts'

const { values } = parseArgs({ options: { input: { type: 'string' } } })
if (values.input === undefined) throw new Error('Say where the sources are: --input <folder>')
const input = values.input

const builder = new LexiconBuilder()
const implications = addHandWritten(builder)
addEsco(builder, input)
addOnet(builder, input)
addLinguist(builder)

const placesOf = ([one, other]: [string, string]): [number, number] => {
  const [from, to] = [builder.indexOf(one), builder.indexOf(other)]
  if (from === undefined || to === undefined) throw new Error(`Unknown in "${one}, ${other}"`)
  return [from, to]
}
const implies = implications.map(placesOf)
const suites = readSuites().map(placesOf)

const version = createHash('sha256')
  .update(
    aliasFiles()
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n'),
  )
  .digest('hex')
  .slice(0, 12)
const write = (name: string, rows: string): void => writeFileSync(join(import.meta.dirname, 'data', name), `${rows}\n`)

const texts = readCorpus(input)
const rules = { ...autoRules(builder.drafts, caseCounts(texts)), ...readRules() }
const draftLexicon: Lexicon = { version, concepts: builder.rows(() => 1), rules, implies, suites, related: [] }
const finder = createSkillFinder(draftLexicon)
const frequencies = documentFrequencies(texts, finder)
const concepts = builder.rows((draft) =>
  specificityOf(frequencies.get(finder.resolve(draft.name)?.id ?? '') ?? 0, texts.length),
)

write(
  'concepts.json',
  `{"version":"${version}","concepts":[\n${concepts.map((row) => JSON.stringify(row)).join(',\n')}\n]}`,
)
write('rules.json', JSON.stringify(rules))

const embedder = await openEmbedder()
const relatedPairs = await relatedConcepts(
  builder,
  implies,
  // Mentioned in several texts, or reviewed by hand: the rest of ESCO and O*NET is not worth its place.
  (at) =>
    builder.drafts[at]!.source === 'hand' ||
    (frequencies.get(finder.resolve(builder.drafts[at]!.name)?.id ?? '') ?? 0) >= 5,
  (names) => embedder.embed(names),
)
await embedder.close()
write('relations.json', JSON.stringify({ implies, suites, related: relatedPairs }))

const { groups, sets, related } = buildTitles(input)
const lines = (rows: unknown[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`
write('titles.json', `{"groups":${lines(groups)},"sets":${lines(sets)},"related":${JSON.stringify(related)}}`)
