import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCsv } from '@innohire/engine/lexicon/build/esco.ts'
import { alignAliases } from '@innohire/engine/lexicon/build/esco-aliases.ts'
import { loadLexicon } from '@innohire/engine/lexicon/load.ts'
import { createSkillFinder } from '@innohire/engine/skills/index.ts'
import type { Embed } from '@innohire/engine/types.ts'
import { bootstrap } from './bootstrap.ts'
import { createEscoLinker, type EscoSource } from './esco/linker.ts'
import type { Figure } from './experience.ts'

const k = 5

/** Aims of the issue by the middle of the file's name. */
const aims: Record<string, string> = { tech: '>= 0.60', house: '>= 0.50', techwolf: '>= 0.50' }

interface Labelled {
  text: string
  labels: Set<number>
}

function readSource(data: string): EscoSource {
  const labels = readFileSync(join(data, 'skills', 'esco_labels.txt'), 'utf8')
    .split('\n')
    .map((label) => label.trim())
    .filter(Boolean)
  const folder = join(data, 'taxonomies', 'esco')
  const groups = readCsv(join(folder, 'skills_en_altlabels.csv')).map((row) =>
    row.altLabels!.split('\n').filter((alias) => alias !== '' && alias.length < 60),
  )
  const transversal = readCsv(join(folder, 'transversalSkillsCollection_en.csv')).map((row) => row.preferredLabel!)
  return { labels, aliases: alignAliases(groups, labels), transversal: new Set(transversal) }
}

/** Texts of one column with their labels; rows whose label is not in the list ("LABEL NOT PRESENT") tell nothing. */
function readLabelled(path: string, column: 'sentence' | 'span', places: ReadonlyMap<string, number>): Labelled[] {
  const byText = new Map<string, Labelled>()
  for (const row of readCsv(path)) {
    const text = row[column]
    const label = places.get(row.label!.trim())
    if (text === undefined || text === '' || label === undefined) continue
    const item = byText.get(text) ?? { text, labels: new Set() }
    item.labels.add(label)
    byText.set(text, item)
  }
  return [...byText.values()]
}

/** R-precision at k of one text: the labels found among the first k, of the most that could be (Decorte et al. 2023). */
const rPrecision = (ranked: readonly number[], labels: ReadonlySet<number>): number =>
  ranked.slice(0, k).filter((label) => labels.has(label)).length / Math.min(k, labels.size)

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length

/** RP@5 over the texts of each file that have a label of the list; whole sentences, and single spans beside them. */
export async function benchEscoLinking({ data, embed }: { data: string; embed: Embed }): Promise<Figure[]> {
  const source = readSource(data)
  const linker = await createEscoLinker(source, createSkillFinder(loadLexicon()), embed)
  const places = new Map(source.labels.map((label, i) => [label, i]))
  const figures: Figure[] = []
  for (const file of globSync('esco_*.csv', { cwd: join(data, 'skills') }).sort()) {
    const name = file.replace(/^esco_|\.csv$/g, '')
    for (const column of ['sentence', 'span'] as const) {
      const items = readLabelled(join(data, 'skills', file), column, places)
      if (items.length === 0) continue
      const texts = items.map((item) => item.text)
      const points = (ranked: number[][]): number[] => ranked.map((r, i) => rPrecision(r, items[i]!.labels))
      const ours = points(await linker.link(texts, k))
      const plain = points(await linker.byCosine(texts, k))
      figures.push({
        figure: `ESCO linking RP@5, ${column} in`,
        set: name,
        n: items.length,
        value: mean(ours),
        ci95: bootstrap(ours, mean),
        aim: column === 'sentence' ? (aims[name.split('_')[0]!] ?? 'reported') : 'reported',
        baselines: { minilm: mean(plain) },
      })
    }
  }
  return figures
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { data: { type: 'string' } } })
  if (values.data === undefined) throw new Error('Say where the data lies: --data <folder>')
  const { openBench } = await import('./open.ts')
  const { tools, close } = openBench()
  console.table(
    (await benchEscoLinking({ data: values.data, embed: tools.embed })).map(({ ci95, baselines, ...row }) => ({
      ...row,
      value: row.value.toFixed(3),
      ci95: ci95?.map((x) => x.toFixed(3)).join('-'),
      minilm: baselines.minilm!.toFixed(3),
    })),
  )
  await close()
}
